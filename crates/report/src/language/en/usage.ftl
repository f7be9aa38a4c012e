# How the command line is used and what is wrong with a line.

## Heads and brackets of help.
usage-head = Usage:
usage-commands = Commands:
usage-arguments = Arguments:
usage-options = Options:
usage-any-option = [OPTIONS]
usage-a-command = <COMMAND>
usage-default = [default: { $list }]
usage-values = [possible values: { $list }]
usage-each = Possible values:
usage-env = [env: { $name }]

## What is wrong with a line.
usage-unknown = unexpected argument '{ $flag }' found
usage-no-verb = unrecognized subcommand '{ $name }'
usage-verb-wanted = '{ $name }' requires a subcommand but one was not provided
usage-verbs = [subcommands: { $list }]
usage-required = the following required arguments were not provided:
usage-twice = the argument '{ $flag }' cannot be used multiple times
usage-conflict = the argument '{ $flag }' cannot be used with '{ $other }'
usage-conflicts = the argument '{ $flag }' cannot be used with:
usage-no-more = unexpected value '{ $value }' for '{ $flag }' found; no more were expected
usage-few = { $least } values required by '{ $flag }'; only { $given } { $given ->
        [one] was
       *[other] were
    } provided
usage-value-missing = a value is required for '{ $flag }' but none was supplied
usage-value-bad = invalid value '{ $value }' for '{ $flag }'
usage-no-text = invalid UTF-8 was detected in one or more arguments
usage-not-understood = the line cannot be understood
usage-tip = tip: { $what }
usage-near-verb = { $count ->
        [one] a similar subcommand exists: { $names }
       *[other] some similar subcommands exist: { $names }
    }
usage-near-flag = a similar argument exists: { $names }
usage-near-value = a similar value exists: { $names }
usage-more = For more information, try '--help'.

## What the program says without arguments.
welcome-head = Keruen plans international transport corridors: on one folder of plain tables, in which every figure names its source.
welcome-study = run the questions of the bundled corridor, write one report
welcome-route = how do I ship it: ways, costs, days, CO2e, papers
welcome-flow = what moves, what is left behind, what each bottleneck is worth
welcome-simulate = what happens with queues, storms and ships that leave when full
welcome-serve = the corridor on a map in your browser, from this machine alone
welcome-validate = the model against what was counted in the world
welcome-calibrate = what the counters say about demand, as a scenario
welcome-compare = which proposal does what, who pays and who gains, what it is worth
welcome-forum = several parties weigh the proposals: rankings, what flips them
welcome-seats = what a budget for subsidised flights buys, where first
welcome-fibre = what the cable on the seabed adds
welcome-sources = where the figures come from, and which of them matter most
welcome-explain = one figure: method, range, links
welcome-scenario = what if: storms, dredging, tariffs, a second cable ...
welcome-mcp = let an assistant ask: tools over stdio or HTTP on this machine
welcome-check = check every table against every rule
welcome-new = a small corridor of your own, ready to be changed
welcome-table = all tables as one workbook, to be edited and read back
welcome-export = hand it to another program
welcome-foot = `keruen VERB --help` tells the rest. Data goes to stdout, words to stderr; --json gives every answer to a program.
