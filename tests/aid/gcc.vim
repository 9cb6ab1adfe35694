" gcc.vim - what Vim's quickfix list makes of the compiler messages in $REPORT: file, line, column,
" severity and text, with tabs between, into $READ.
"   vim -N -u NONE -i NONE -es -S gcc.vim
compiler gcc
cgetfile $REPORT
function! Shown(entry)
	let type = a:entry.valid ? get({ 'e': 'error', 'w': 'warning', 'n': 'notice', '': 'notice' }, a:entry.type, '?') : 'unread'
	return join([bufname(a:entry.bufnr), a:entry.lnum, a:entry.col, type, substitute(a:entry.text, '^note: ', '', '')], "\t")
endfunction
call writefile(map(getqflist(), 'Shown(v:val)'), $READ)
qall!
