"""checkstyle.py - what diff-quality makes of a Checkstyle report on standard input: line, severity
and message of each finding."""
import sys

from diff_cover.git_path import GitPathTool
from diff_cover.violationsreporters.java_violations_reporter import CheckstyleXmlDriver

GitPathTool._cwd = GitPathTool._root = "/"  # there is no repository
for found in CheckstyleXmlDriver().parse_reports([sys.stdin.read()]).values():
    for violation in found:
        print(violation.line, violation.message)
