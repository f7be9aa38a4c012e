# What the command says.
sources-hang-on = What the answers hang on, from low to high:
sources-broken = broken: { $what }
explain-method = method: { $method }
explain-uncited = none: this figure has no citation
explain-range = not known better than: { $range }
explain-otherwise = says otherwise
error = error: { $what }
wrote = wrote { $file }
read-as = note: { $asked } is read as { $meant } ({ $id })
check-kept = { $rows } rows of { $tables } tables keep all { $rules } rules
check-faults = { $count ->
        [one] { $count } fault
       *[other] { $count } faults
    }
check-english = Faults of tables are told in English, the language of the tables.
study-counts = { $places } places, { $links } links, { $figures } figures from { $sources } sources; { $assumed } of the figures are assumed, { $proxy } taken from elsewhere
study-line = from { $usd } USD ({ $range }), from { $time }
study-no-way = no way: { $reason }
study-sourced = read or computed, weighted by influence: { $share }
study-report = report: { $file }
head-scenario = scenario
head-day = day
head-changes = changes
head-table = table
head-field = field
head-before = before
head-after = after
scenario-speaks = speaks of { $day }; sources: { $list }
mcp-serving = serving { $url } for assistants of this machine; Ctrl-C ends it
explain-nothing = { $what } has no figure that can change an answer
head-why-changed = why
route-waits = note: waits for { $stops ->
        [one] one ship or train
       *[other] { $stops } ships and trains
    } are those simulated from { $first } to { $last }
route-waits-observed = { $stops ->
    [0] note: no waits are observed in the tables; expected waits stand
    [one] note: waits as observed for { $stops } stop or border, where seen before the day of departure; elsewhere expected waits stand
   *[other] note: waits as observed for { $stops } stops and borders, where seen before the day of departure; elsewhere expected waits stand
}
word-or = or
our-fault = error: this is our fault, not yours: { $what }
our-fault-report = Please report it with the command you typed.
our-fault-no-details = no details
