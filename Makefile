# decorum - one Makefile, no recursion into folders.  `make help` lists the targets.

NAME    := decorum
VERSION := 0.1.0
PREFIX  ?= /usr/local
BUILD   ?= build
CC      := $(if $(filter default,$(origin CC)),gcc,$(CC))
CFLAGS  ?= -O2 -g
V       ?=

# --- what the project itself insists on; never overridden by the user's CFLAGS
STD     := -std=c17 -D_POSIX_C_SOURCE=200809L
WARN    := -Wall -Wextra -Wpedantic -Wshadow -Wundef -Wvla -Wformat=2 -Wstrict-prototypes \
           -Wmissing-prototypes -Wold-style-definition -Wwrite-strings -Wcast-qual -Wpointer-arith
# clang before 16 wants to be told twice.
auto_zero = $(if $(findstring clang,$(CC)),-enable-trivial-auto-var-init-zero-knowing-it-will-be-removed-from-clang)
HARDEN  ?= -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection \
           -fcf-protection=full -ftrivial-auto-var-init=zero $(auto_zero) -fno-delete-null-pointer-checks \
           -fno-strict-overflow -fPIE
LDHARD  ?= -pie -Wl,-z,relro,-z,now,-z,noexecstack,-z,separate-code
WERROR  ?=
SAN     ?=

# `make V=1` shows the commands; without it a line a file.
Q       := $(if $(V),,@)
say      = $(if $(V),,@echo '  $(1) $@')

# --- packages of Debian 12: to build, to test, and for what every change must pass
PKG_BUILD := pkg-config libreadline-dev libunistring-dev libcjson-dev libsqlite3-dev libzip-dev \
             libcsv-dev libinih-dev libcurl4-openssl-dev ca-certificates
PKG_TEST  := $(PKG_BUILD) libcmocka-dev libvterm-dev libxml2-utils perl strace
PKG_CI    := $(PKG_TEST) clang clang-format libclang-rt-14-dev vim diff-cover

ALL_CFLAGS  = $(STD) $(WARN) $(WERROR) $(HARDEN) $(SAN) -MMD -MP -I$(BUILD) \
              -ffunction-sections -fdata-sections -DDC_VERSION='"$(VERSION)"' $(CFLAGS)
ALL_LDFLAGS = $(LDHARD) -Wl,--as-needed,--gc-sections $(SAN) $(LDFLAGS)
lib_libs    = $(shell pkg-config --libs libcjson sqlite3 inih) -lcsv -lunistring -lm
cli_libs    = $(shell pkg-config --libs readline)
# The program starts in two thirds of the time when the libraries that every run needs are
# part of it.  Where there is no archive, and with `make EMBED=`, they are loaded instead.
EMBED      ?= readline tinfo sqlite3 inih csv unistring
comma      := ,
archive_of  = $(filter /%,$(shell $(CC) -print-file-name=lib$(1).a))
embed       = $(foreach l,$(EMBED),$(if $(call archive_of,$(l)),-Wl$(comma)--push-state$(comma)-Bstatic -l$(l) -Wl$(comma)--pop-state))
test_libs   = $(shell pkg-config --libs cmocka vterm)

# --- sources are found, never listed
found       = $(shell find $(1) -name '*.c' | LC_ALL=C sort)
all_src    := $(call found,src)
helper_src := $(sort $(wildcard src/*/helper/*.c))
cli_src    := $(filter src/cli/%,$(all_src))
# What the build itself runs, to learn from labelled notes.
train_src  := src/check/learned/train.c src/check/learned/labelled.c
lib_src    := $(filter-out $(cli_src) $(helper_src) $(train_src),$(all_src))
unit_src   := $(sort $(wildcard tests/unit/*.c))
tty_src    := $(sort $(wildcard tests/tty/*.c))
fake_src   := $(sort $(wildcard tests/fake/*.c) $(wildcard tests/aid/*.c))
fuzz_src   := $(sort $(wildcard tests/fuzz/*.c))
bench_src  := $(sort $(wildcard tests/bench/*.c))
shared_src := $(sort $(wildcard tests/shared/*.c))
lib_obj    := $(lib_src:%.c=$(BUILD)/%.o)
cli_obj    := $(cli_src:%.c=$(BUILD)/%.o)
helper_obj := $(helper_src:%.c=$(BUILD)/%.o)
train_obj  := $(train_src:%.c=$(BUILD)/%.o)
shared_obj := $(shared_src:%.c=$(BUILD)/%.o)
helper_bin := $(foreach s,$(helper_src),$(BUILD)/libexec/$(NAME)-$(basename $(notdir $(s))))
unit_bin   := $(unit_src:%.c=$(BUILD)/%)
tty_bin    := $(tty_src:%.c=$(BUILD)/%)
fake_bin   := $(fake_src:%.c=$(BUILD)/%)
fuzz_bin   := $(fuzz_src:%.c=$(BUILD)/%)
bench_bin  := $(bench_src:%.c=$(BUILD)/%)
program    := $(BUILD)/$(NAME)
lib        := $(BUILD)/lib$(NAME).a
manual     := $(BUILD)/$(NAME).1

# The library sees its private headers; the program sees only the public ones.
$(lib_obj) $(helper_obj) $(train_obj): private INC := -Iinclude -Isrc
$(cli_obj): private INC := -Iinclude -Isrc/cli

.PHONY: all
all: $(program) $(helper_bin) $(lib) $(manual)  ## build the program, its helpers and the library

# `run` and `test` first install what is missing, then build in a second make that
# can see it.
.PHONY: run
run:  ## install what is missing, build, open the composer (without a terminal: play the sample)
	@PKGS='$(PKG_BUILD)' sh tests/packages.sh
	@$(MAKE) --no-print-directory -j$$(nproc) all
	@if [ -t 0 ] && [ -t 1 ]; then exec $(program); \
	 else exec sh tests/data/sample/play.sh $(program); fi

.PHONY: test
test:  ## install what is missing, build, run every test
	@PKGS='$(PKG_TEST)' sh tests/packages.sh
	@$(MAKE) --no-print-directory -j$$(nproc) tested

tests := $(unit_bin) $(fuzz_bin) $(tty_bin) $(sort $(wildcard tests/cli/*.sh)) $(sort $(wildcard tests/crash/*.sh)) \
         tests/mutants/apply.sh
crash_work := $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard tests/crash/*.c))) $(BUILD)/tests/crash/preload/scarce.so
.PHONY: tested
tested: $(program) $(helper_bin) $(manual) $(unit_bin) $(tty_bin) $(fuzz_bin) $(fake_bin) $(crash_work) \
        layers headers banned
	@BUILD=$(abspath $(BUILD)) DECORUM=$(abspath $(program)) sh tests/run.sh $(tests)

$(program): $(cli_obj) $(lib)
	$(call say,LD  )
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(embed) $(cli_libs) $(lib_libs)

$(BUILD)/libexec/$(NAME)-unpack: helper_libs = $(shell pkg-config --libs libzip)
$(BUILD)/libexec/$(NAME)-http: helper_libs = $(shell pkg-config --libs libcurl)
$(helper_bin): $(BUILD)/libexec/$(NAME)-%: $(lib)
$(foreach s,$(helper_src),$(eval $(BUILD)/libexec/$(NAME)-$(basename $(notdir $(s))): $(s:%.c=$(BUILD)/%.o)))
$(helper_bin):
	@mkdir -p $(@D)
	$(call say,LD  )
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $(filter %.o,$^) $(lib) $(helper_libs) $(lib_libs)

$(lib): $(lib_obj)
	$(call say,AR  )
	@rm -f $@
	$(Q)$(AR) qcs $@ $^

$(manual): $(program)
	$(Q)$(program) manual >$@.new && mv $@.new $@

# --- plug-in folders: dropping a file in is the whole registration
gen := $(addprefix $(BUILD)/gen/,rules.inc transports.inc commands.inc formats.inc templates.inc concepts.inc lexicon.inc)
$(BUILD)/gen/rules.inc:      from := src/check/rules
$(BUILD)/gen/transports.inc: from := src/transport/via
$(BUILD)/gen/commands.inc:   from := src/cli/cmd
$(BUILD)/gen/formats.inc:    from := src/cli/format
members = $(subst -,_,$(sort $(basename $(notdir $(wildcard $(from)/*.c)))))
$(addprefix $(BUILD)/gen/,rules.inc transports.inc commands.inc formats.inc): FORCE
	@mkdir -p $(@D)
	@printf 'ENTRY(%s)\n' $(members) >$@.new
	@cmp -s $@.new $@ || mv $@.new $@
	@rm -f $@.new
# The texts of templates/ as C strings: TEMPLATE("id", "text").
$(BUILD)/gen/templates.inc: FORCE
	@mkdir -p $(@D)
	@LC_ALL=C awk -f tests/embed.awk $(sort $(wildcard templates/*.mustache)) >$@.new
	@cmp -s $@.new $@ || mv $@.new $@
	@rm -f $@.new
# The lexicon of the rules about words: names of concepts, and all phrases, sorted.
lexicon := $(sort $(wildcard src/check/words/lexicon/*.txt))
to_c    := LC_ALL=C awk -f src/check/words/lexicon.awk
$(BUILD)/gen/concepts.inc: src/check/words/lexicon.awk $(lexicon)
	@mkdir -p $(@D)
	@$(to_c) -v what=names $(lexicon) >$@.new && mv $@.new $@
$(BUILD)/gen/lexicon.inc: src/check/words/lexicon.awk $(lexicon)
	@mkdir -p $(@D)
	@$(to_c) -v what=phrases $(lexicon) >$@.list
	@LC_ALL=C sort -u $@.list | $(to_c) -v what=table >$@.new && mv $@.new $@ && rm $@.list
# What the rules learn from labelled notes: the weights of the classifier.
notes     := $(sort $(wildcard src/check/learned/notes/*.tsv))
train_lib := $(filter $(BUILD)/src/base/% $(BUILD)/src/text/% \
             %/learned/features.o %/learned/mention.o %/check/senses.o $(BUILD)/src/check/words/%,$(lib_obj))
$(BUILD)/train: $(train_obj) $(train_lib)
	$(call say,LD  )
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ -lunistring -lm
# A file that comes or goes may be older than what was learnt.
$(BUILD)/gen/notes.list: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' $(notes) >$@.new
	@cmp -s $@.new $@ || mv $@.new $@
	@rm -f $@.new
$(BUILD)/gen/weights.inc: $(BUILD)/train $(notes) $(BUILD)/gen/notes.list
	$(call say,FIT )
	$(Q)$< $(notes) >$@.new && mv $@.new $@
$(BUILD)/src/check/learned/classifier.o: $(BUILD)/gen/weights.inc
.PHONY: FORCE
FORCE:

# A change of flags or compiler builds everything again.
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(subst ','\'',$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS))' >$@.new
	@cmp -s $@.new $@ || mv $@.new $@
	@rm -f $@.new

$(BUILD)/src/%.o: src/%.c $(BUILD)/flags | $(gen)
	@mkdir -p $(@D)
	$(call say,CC  )
	$(Q)$(CC) $(INC) $(ALL_CFLAGS) -c -o $@ $<

$(BUILD)/tests/shared/%.o: tests/shared/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC  )
	$(Q)$(CC) -Iinclude -Isrc -Itests $(ALL_CFLAGS) -c -o $@ $<

# What these start.
$(addprefix $(BUILD)/tests/unit/,http invariants linkedin oauth sender rounds): | $(fake_bin) $(helper_bin)
$(addprefix $(BUILD)/tests/unit/,invariants rounds sender): | $(program)
$(BUILD)/tests/crash/preload/%.so: tests/crash/preload/%.c
	@mkdir -p $(@D)
	$(call say,CC  )
	$(Q)$(CC) $(STD) $(WARN) $(WERROR) -O2 -fPIC -shared -o $@ $<
labelled := $(BUILD)/src/check/learned/labelled.o
$(BUILD)/tests/eval/eval $(BUILD)/tests/bench/check: private extra := $(labelled)
$(BUILD)/tests/eval/eval $(BUILD)/tests/bench/check: $(labelled)
$(BUILD)/tests/fuzz/%: private extra := tests/fuzz/replay/main.c
$(fuzz_bin): tests/fuzz/replay/main.c
$(BUILD)/tests/%: tests/%.c $(shared_obj) $(lib) $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC  )
	$(Q)$(CC) -Iinclude -Isrc -Itests $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(extra) $(shared_obj) $(lib) \
	  $(test_libs) $(lib_libs)

.SECONDARY: $(shared_obj)
-include $(wildcard $(BUILD)/tests/eval/eval.d)
-include $(patsubst %.o,%.d,$(lib_obj) $(cli_obj) $(helper_obj) $(train_obj) $(shared_obj)) \
         $(addsuffix .d,$(bench_bin) $(unit_bin) $(tty_bin) $(fuzz_bin) $(fake_bin) $(filter-out %.so,$(crash_work)))

.PHONY: model
model:  ## search every state of the model of a request's life, and find each deliberate fault (spin)
	@PKGS=spin sh tests/packages.sh
	@sh tests/model/run.sh

.PHONY: mutants
mutants:  ## are deliberate bugs found? each patch under tests/mutants must make a test fail
	@BUILD=$(abspath $(BUILD)) sh tests/mutants/score.sh

.PHONY: ci
ci:  ## what every change must pass: gcc, clang, sanitizers, layers, headers, banned calls, format
	@PKGS='$(PKG_CI)' sh tests/packages.sh
	@$(MAKE) --no-print-directory format
	$(MAKE) --no-print-directory -j$$(nproc) tested BUILD=$(BUILD)/gcc   CC=gcc   WERROR=-Werror
	$(MAKE) --no-print-directory -j$$(nproc) tested BUILD=$(BUILD)/clang CC=clang WERROR=-Werror
	$(MAKE) --no-print-directory asan
	@echo 'ci ok'

.PHONY: asan
asan:  ## every test under address, undefined-behaviour and leak sanitizers
	$(MAKE) --no-print-directory -j$$(nproc) tested BUILD=$(BUILD)/asan CC=gcc WERROR=-Werror HARDEN= LDHARD= \
	  CFLAGS='-O1 -g -fno-omit-frame-pointer' \
	  SAN='-fsanitize=address,undefined -fno-sanitize-recover=all'

# Each target runs FUZZ_SECONDS with libFuzzer; what it finds is added to the corpus by hand.
FUZZ_SECONDS ?= 60
.PHONY: fuzz
fuzz:  ## drive every parser with libFuzzer for FUZZ_SECONDS each
	@PKGS='$(PKG_CI)' sh tests/packages.sh
	@$(MAKE) --no-print-directory -j$$(nproc) fuzzers BUILD=$(BUILD)/fuzz CC=clang HARDEN= LDHARD= \
	  CFLAGS='-O1 -g -fno-omit-frame-pointer' SAN='-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all'
	@for t in $(basename $(notdir $(fuzz_src))); do \
	  mkdir -p $(BUILD)/fuzz/corpus/$$t; echo "fuzz $$t"; \
	  $(BUILD)/fuzz/fuzzers/$$t -max_total_time=$(FUZZ_SECONDS) -verbosity=0 -print_final_stats=0 -artifact_prefix=$(BUILD)/fuzz/found-$$t- \
	    $(BUILD)/fuzz/corpus/$$t tests/fuzz/corpus/$$t || exit 1; done; echo 'fuzz ok'

.PHONY: fuzzers
fuzzers: $(foreach s,$(fuzz_src),$(BUILD)/fuzzers/$(basename $(notdir $(s))))
$(BUILD)/fuzzers/%: tests/fuzz/%.c $(shared_obj) $(lib) $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC  )
	$(Q)$(CC) -Iinclude -Isrc -Itests $(ALL_CFLAGS) $(ALL_LDFLAGS) -fsanitize=fuzzer -o $@ $< $(shared_obj) $(lib) \
	  $(test_libs) $(lib_libs)

.PHONY: eval
eval: $(BUILD)/tests/eval/eval  ## precision and recall of the rules on labelled notes
	@echo 'Notes that the rules were tuned on and learnt from:'; $< $(notes); known=$$?; \
	echo; echo 'Notes that they never saw:'; $< $(sort $(wildcard tests/data/eval/*.tsv)) && exit $$known

# Ratios against peers that run in turn with ours; never part of the tests.
.PHONY: bench
bench: all $(bench_bin)  ## measure against peers (some need node, npm or sqlite3)
	@for b in $(sort $(wildcard tests/bench/*.sh)); do \
	  BUILD=$(abspath $(BUILD)) DECORUM=$(abspath $(program)) sh $$b || exit 1; done

# Faults at every system call and every allocation, power cuts, then random rounds: of the ledger, and of
# the real program, killed and disturbed, against a hostile network.
ROUNDS  ?= 500
STORIES ?= send undo release withdraw import migrate
each_story = printf '%s\n' $(STORIES) $(1) | STEP=1 BUILD=$(abspath $(BUILD)) DECORUM=$(abspath $(program)) \
             xargs -P 4 -n 1 sh
.PHONY: crash
crash:  ## kill, fail and stop every system call, fail every allocation, cut the power, ROUNDS random rounds
	@PKGS='$(PKG_TEST)' sh tests/packages.sh
	@$(MAKE) --no-print-directory -j$$(nproc) all $(BUILD)/tests/unit/rounds $(BUILD)/tests/unit/crash \
	  $(crash_work) $(fake_bin)
	STEP=1 BUILD=$(abspath $(BUILD)) sh tests/crash/sweep.sh
	$(call each_story,helper) tests/crash/faults.sh
	$(call each_story,helper) tests/crash/memory.sh
	$(call each_story) tests/crash/freeze.sh
	BUILD=$(abspath $(BUILD)) sh tests/crash/power.sh 50
	DECORUM_ROUNDS=$(ROUNDS) $(BUILD)/tests/unit/crash
	DECORUM_ROUNDS=$(ROUNDS) $(BUILD)/tests/unit/rounds

.PHONY: layers
layers:  ## folders include only what src/LAYERS allows
	@awk -f tests/layers.awk src/LAYERS $$(find src -name '*.[ch]')

.PHONY: banned
banned:  ## no call that src/banned forbids
	@awk -f tests/banned.awk src/banned $$(find src -name '*.[ch]')

.PHONY: headers
headers: $(BUILD)/gen/concepts.inc  ## every header compiles on its own
	@for h in $$(find include src -name '*.h'); do echo "#include \"$$h\"" | \
	  $(CC) -I. -Iinclude -Isrc -Isrc/cli -I$(BUILD) $(STD) $(WARN) -Werror -fsyntax-only -x c - \
	  || { echo "not self-contained: $$h"; exit 1; }; done; echo "headers ok"

formatted = $$(find src include tests -name '*.[ch]')
.PHONY: format
format:  ## the code is formatted as src/.clang-format says
	@clang-format -style=file:src/.clang-format --dry-run -Werror $(formatted) && echo "format ok"

.PHONY: reformat
reformat:  ## format the code
	@clang-format -style=file:src/.clang-format -i $(formatted)

# shell:where it looks for completions
completions = bash:share/bash-completion/completions/$(NAME) zsh:share/zsh/site-functions/_$(NAME) \
              fish:share/fish/vendor_completions.d/$(NAME).fish
complete = install -d $(DESTDIR)$(PREFIX)/$(dir $(lastword $1)) && $(program) completion $(firstword $1) >$(DESTDIR)$(PREFIX)/$(lastword $1)

.PHONY: install
install: all install-only  ## install under $(DESTDIR)$(PREFIX)

# Without building: as root it must not leave files behind that the user cannot write.
.PHONY: install-only
install-only:
	install -D -m755 $(program) $(DESTDIR)$(PREFIX)/bin/$(NAME)
	install -d $(DESTDIR)$(PREFIX)/libexec/$(NAME) $(DESTDIR)$(PREFIX)/include/$(NAME)
	install -m755 $(helper_bin) $(DESTDIR)$(PREFIX)/libexec/$(NAME)/
	install -m644 include/$(NAME)/*.h $(DESTDIR)$(PREFIX)/include/$(NAME)/
	install -D -m644 $(manual) $(DESTDIR)$(PREFIX)/share/man/man1/$(NAME).1
	@$(foreach c,$(completions),$(call complete,$(subst :, ,$c)) && ):
	install -d $(DESTDIR)$(PREFIX)/lib/systemd/user
	sed 's|@PREFIX@|$(PREFIX)|' src/cli/$(NAME)-release.service.in \
	  >$(DESTDIR)$(PREFIX)/lib/systemd/user/$(NAME)-release.service
	install -D -m644 $(lib) $(DESTDIR)$(PREFIX)/lib/lib$(NAME).a
	install -d $(DESTDIR)$(PREFIX)/lib/pkgconfig
	@printf '%s\n' 'prefix=$(PREFIX)' 'Name: $(NAME)' 'Version: $(VERSION)' \
	  'Description: compose, check, hold and withdraw LinkedIn connection requests' \
	  'Cflags: -I$${prefix}/include' 'Requires: libcjson sqlite3 inih' \
	  'Libs: -L$${prefix}/lib -l$(NAME) -lcsv -lunistring -lm' \
	  >$(DESTDIR)$(PREFIX)/lib/pkgconfig/$(NAME).pc

.PHONY: uninstall
uninstall:  ## remove what `make install` put there
	rm -rf $(DESTDIR)$(PREFIX)/libexec/$(NAME) $(DESTDIR)$(PREFIX)/include/$(NAME)
	rm -f $(DESTDIR)$(PREFIX)/bin/$(NAME) $(DESTDIR)$(PREFIX)/lib/lib$(NAME).a \
	  $(DESTDIR)$(PREFIX)/lib/pkgconfig/$(NAME).pc $(DESTDIR)$(PREFIX)/share/man/man1/$(NAME).1 \
	  $(foreach c,$(completions),$(DESTDIR)$(PREFIX)/$(lastword $(subst :, ,$c))) \
	  $(DESTDIR)$(PREFIX)/lib/systemd/user/$(NAME)-release.service

.PHONY: clean
clean:  ## remove everything the build made
	rm -rf $(BUILD)

.PHONY: help
help:  ## this list
	@sed -n 's/^\([a-z]*\):.*##  *\(.*\)/  \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | LC_ALL=C sort | expand -t 14
