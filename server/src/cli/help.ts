export const help = `ReplyLint finds wording in canned replies that makes angry people angrier, says why, and offers a rewrite.

  replylint check [PATH or GLOB …]     check replies; without a path, what the settings include, or this folder
  replylint fix [PATH or GLOB …]       the same, and apply the fixes that cannot change the meaning
  replylint checklist [PATH …]         what each full reply has of LEAPS, or of another framework, and what it could add
  replylint convert FILE --to FOLDER   an export as one file per reply, to edit in any editor
  replylint convert FOLDER --to FILE   the edited texts back in the export, all else as it was
  replylint render [PATH …]            each reply as customers may see it: every branch of its template, values missing or long
  replylint explain RULE or FRAMEWORK  why it exists, where that is known from, and what to write instead
  replylint rules                      all rules

Fixing
  --fix                 apply safe fixes
  --fix-suggestions     also apply the first suggestion of each other finding, never one with a gap to fill in

Showing
  --format FORMAT       pretty (the default) or json
  --min-level LEVEL     the least level to show: error, warning, info (the default) or hint
  --rule ID             only this rule; may be given several times
  --no-rule ID          without this rule; may be given several times
  --quiet               findings only, no summary
  --no-color            no colours (the variable NO_COLOR does the same)

Checklists
  --framework ID        leaps (the usual one), five-step-appeal, five-stage, common-ground, emotional-intelligence, or your own

Converting
  --to PATH             the folder to make, or the export to write
  --force               replace what is there

Rendering
  --show TEXTS          also write the texts out: all, or their numbers, such as 1,3

Reading
  --config FILE         settings from this file; otherwise the nearest .replylint.yaml upwards
  --stdin               read one document from standard input
  --stdin-path NAME     what that document is called, so that its format is known

Ending
  --fail-on LEVEL       the least level that makes the exit status 1: error, warning (the default), info, hint or never

Exit status: 0 nothing to mend, 1 something was found, 2 a mistake in the command or settings, or a file that cannot be read.
Nothing leaves your computer.
`;
