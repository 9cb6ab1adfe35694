/* request.pml - the life of one request, with everybody who moves it, for spin.
 *
 *   make model
 *
 * Each move of the ledger stands here once, as MOVE(from, to); tests/unit/request.c holds
 * them against the table in src/request/request.c, so the model cannot grow old in silence.
 * A move is one transaction: it is atomic, and it does nothing unless the request is where
 * it starts from.  Between any two moves anybody may crash, and somebody else goes on.
 *
 * What is promised (the numbers are those of the list of invariants):
 *   I1  at most one invitation per request reaches the other side
 *   I2  "undone, never sent" was told: no invitation exists, nor ever will
 *   I3  nothing leaves before the hold ends
 *   I5  whoever was overtaken writes nothing
 *   I6  sent: the invitation exists
 *   I7  undone or failed: it does not
 *   I8  unknown ends by evidence
 *   I9  a late undo that was told ends undone, withdrawn, failed, or as the other side decided
 */
mtype = { held, undone, handing, handed, sending, unknown, sent, failed, withdrawing, withdrawn,
	  accepted, declined, ignored, expired, closed };

mtype state = held;
byte token = 0;            /* grows with each hand-over and each attempt to send */
bool hold_over = false;    /* of the hold that counts now */
bool by_hand;              /* which way this request goes */
byte made = 0;             /* invitations that the other side ever took for it */
bool there = false;        /* one of them is still pending */
byte under_way = 0;        /* bytes that left and were not yet answered or lost */
bool told_undone = false;  /* a user was told that it never went out */
bool undo_late = false;    /* a user was told that it will be withdrawn */
bool sender_alive = false; /* the lock of the one live sender */

/* Deliberate faults, which the model must find: spin -D each of them. */
#ifdef FAULT_NO_LOCK            /* two senders live at once, and neither reads the state again */
#define LOCK_FREE true
#define MINE      true
#else
#define LOCK_FREE (!sender_alive)
#define MINE      (state == sending && token == mine)
#endif
#ifdef FAULT_EARLY              /* the hold is not waited for */
#define HOLD_OVER true
#else
#define HOLD_OVER hold_over
#endif
#ifdef FAULT_NO_SETTLE          /* looked up while the server may still be at it */
#define SETTLED   true
#else
#define SETTLED   (under_way == 0)
#endif
#ifdef FAULT_BLIND_RETRY        /* no answer counts as not sent */
#define LOST_MOVE MOVE(sending, held); HOLD_ANEW
#else
#define LOST_MOVE MOVE(sending, unknown)
#endif
#ifdef FAULT_OPEN_AGAIN         /* what was found "handing" is opened once more */
#define FIRST     true
#else
#define FIRST     (!pressed && made == 0)
#endif
#ifdef FAULT_NO_ANSWER          /* handed over counts as sent */
#define SAID_SENT true
#else
#define SAID_SENT pressed
#endif
#ifdef FAULT_UNDO_ANYWHERE      /* an undo does not look where the request is */
#define CAN_UNDO  (state == held || state == sending)
#define UNDO      state = undone
#else
#define CAN_UNDO  AT(held)
#define UNDO      MOVE(held, undone)
#endif

/* One compare-and-set with its event. */
#define AT(from)       (state == from)
#define MOVE(from, to) assert(state == from); state = to
/* A new hold in full. */
#define HOLD_ANEW      hold_over = false

inline the_other_side_takes_it()
{
	made++;
	there = true;
	assert(made <= 1);        /* I1 */
	assert(!told_undone);     /* I2 */
}

/* --- time, and what LinkedIn does by itself */

proctype clock()
{
end:	do
	:: state == held && !hold_over -> hold_over = true
	od
}

/* What left arrives, or is lost; the sender may be dead by then. */
proctype wire()
{
end:	do
	:: under_way > 0 -> atomic { under_way--; the_other_side_takes_it() }
	:: under_way > 0 -> under_way--
	od
}

/* --- the user, at any moment */

proctype user()
{
end:	do
	:: atomic { CAN_UNDO -> UNDO; told_undone = true }
	:: atomic { !by_hand && (AT(sending) || AT(unknown)) && !undo_late -> undo_late = true }
	:: atomic { AT(sent) && there && !undo_late -> MOVE(sent, withdrawing) }
	/* Answers and marks: a user tells what happened. */
	:: atomic { AT(withdrawing) && by_hand && there ->
		    if
		    :: there = false; MOVE(withdrawing, withdrawn)
		    :: MOVE(withdrawing, sent)
		    fi }
	:: atomic { AT(sent) && there -> there = false; MOVE(sent, declined) }
	:: atomic { AT(sent) && there -> MOVE(sent, ignored) }
	:: atomic { AT(sent) && there -> there = false; MOVE(sent, withdrawn) }
	:: atomic { AT(ignored) && there -> there = false; MOVE(ignored, declined) }
	:: atomic { AT(ignored) && there -> there = false; MOVE(ignored, withdrawn) }
	:: atomic { AT(closed) -> MOVE(closed, declined) }
	:: atomic { AT(closed) -> MOVE(closed, ignored) }
	:: atomic { AT(closed) -> MOVE(closed, expired) }
	:: atomic { AT(closed) -> there = false; MOVE(closed, withdrawn) }
	od
}

/* --- exports, and the API, tell what became of it */

proctype import()
{
end:	do
	:: atomic { AT(sent) && there -> there = false; MOVE(sent, accepted) }
	:: atomic { AT(withdrawing) && there -> there = false; MOVE(withdrawing, accepted) }
	:: atomic { AT(sent) && there -> there = false; MOVE(sent, expired) }
	:: atomic { AT(sent) -> MOVE(sent, closed) }           /* inferred: may be wrong */
	:: atomic { AT(closed) && there -> MOVE(closed, sent) }
	:: atomic { AT(closed) -> there = false; MOVE(closed, accepted) }
	:: atomic { AT(expired) -> MOVE(expired, accepted) }
	:: atomic { AT(ignored) -> there = false; MOVE(ignored, accepted) }
	:: atomic { AT(declined) -> MOVE(declined, accepted) }
	:: atomic { AT(accepted) -> MOVE(accepted, closed) }   /* a later request was it */
	:: atomic { AT(handing) && there -> MOVE(handing, sent) }
	:: atomic { AT(handed) && there -> MOVE(handed, sent) }
	od
}

/* --- by hand: the browser is opened once, and only the user knows what came of it */

proctype hand_over()
{
	bool opened = false;
	bool pressed = false;

end:	do
	:: atomic { by_hand && AT(held) && HOLD_OVER -> token++; MOVE(held, handing);
		    opened = false; pressed = false }
	/* Opened, or crashed before: found as "handing" it is asked about, never opened. */
	:: atomic { AT(handing) && !opened -> opened = true }
	:: atomic { AT(handing) && opened -> MOVE(handing, handed) }
	/* Connect.  Whoever undid it or said "not sent" does not press it afterwards. */
	:: atomic { (AT(handing) || AT(handed)) && opened && FIRST ->
		    pressed = true; assert(hold_over); the_other_side_takes_it() } /* I3 */
	:: atomic { AT(handing) && SAID_SENT -> MOVE(handing, sent) }
	:: atomic { AT(handing) && !pressed -> MOVE(handing, held); HOLD_ANEW }
	:: atomic { AT(handing) && !pressed -> MOVE(handing, undone); assert(made == 0) }
	:: atomic { AT(handed) && SAID_SENT -> MOVE(handed, sent) }
	:: atomic { AT(handed) && !pressed -> MOVE(handed, held); HOLD_ANEW }
	:: atomic { AT(handed) && !pressed -> MOVE(handed, undone); assert(made == 0) }
	od
}

/* --- by a machine: two senders, of which the lock lets one live */

proctype sender()
{
	byte mine;

end:	do
	:: atomic { !by_hand && LOCK_FREE && token < 3 -> sender_alive = true };
	   /* Whoever held the lock is dead, so what is "sending" is nobody's any more. */
	   if
	   :: atomic { AT(sending) -> MOVE(sending, unknown) }
	   :: atomic { !AT(sending) -> skip }
	   fi;
	   if
	   :: atomic { AT(held) && HOLD_OVER -> token++; mine = token; MOVE(held, sending) };
	      if
	      :: sender_alive = false                                /* crashed before it connected */
	      :: atomic { !MINE -> sender_alive = false }
	      /* Not connected: surely not sent. */
	      :: atomic { MINE -> MOVE(sending, held); HOLD_ANEW; sender_alive = false }
	      /* The state is read once more, and the first byte leaves. */
	      :: atomic { MINE -> assert(hold_over); under_way++ };  /* I3 */
		 if
		 :: sender_alive = false                             /* crashed, or no answer */
		 :: atomic { MINE && made == 1 -> MOVE(sending, sent); sender_alive = false }
		 :: atomic { MINE && under_way == 0 && made == 0 ->
			     MOVE(sending, failed); assert(made == 0); sender_alive = false }
		 :: atomic { MINE -> LOST_MOVE; sender_alive = false }
		 fi
	      fi
	   :: sender_alive = false
	   fi
	od
}

/* Unknown ends by two complete listings that agree, after the settle time: nothing is under
 * way any more.  A late undo is carried out as soon as that can be. */
proctype reconciler()
{
end:	do
	:: atomic { AT(unknown) && SETTLED && there && !undo_late -> MOVE(unknown, sent) }
	:: atomic { AT(unknown) && SETTLED && there && undo_late ->
		    MOVE(unknown, withdrawing) }
	:: atomic { AT(unknown) && SETTLED && !there && !undo_late ->
		    assert(made == 0); MOVE(unknown, held); HOLD_ANEW }
	:: atomic { AT(unknown) && SETTLED && !there && undo_late ->
		    assert(made == 0); MOVE(unknown, undone); told_undone = true }
	:: atomic { AT(sent) && there && undo_late -> MOVE(sent, withdrawing) }
	:: atomic { AT(held) && undo_late -> MOVE(held, undone); told_undone = true }
	:: atomic { AT(withdrawing) && !by_hand && there ->
		    there = false; MOVE(withdrawing, withdrawn) }
	od
}

/* --- what holds in every state */

proctype always()
{
end:	atomic {
		!(state != sent || made == 1) ||                                   /* I6 */
		!((state != undone && state != failed) || (made == 0 && under_way == 0)) || /* I7 */
		!(!told_undone || made + under_way == 0) ||                        /* I2 */
		!(made + under_way <= 1) ->                                        /* I1 */
			assert(false)
	}
}

init
{
	atomic {
		if
		:: by_hand = true
		:: by_hand = false
		fi;
		run clock(); run wire(); run user(); run import(); run hand_over();
		run sender(); run sender(); run reconciler(); run always()
	}
}
