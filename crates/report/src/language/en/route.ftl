# Ways, cost sheets, charts.
route-asked = { $cargo }: { $amount }, { $from } ({ $from_country }) to { $to } ({ $to_country }), { $day }
route-scenarios = scenarios: { $list }
route-conditions = conditions: { $list }
route-no-way = No way. { $reason }
route-taken-out = { $count } rows were taken out before the search by rules or for want of a price; --why lists them
would-be-lifted = would be lifted by: { $by }
route-try = Try: { $hint }
route-instead = What works instead:
route-kept = chance to be there { $promise }: { $chance }
route-takes = leaves { $departs }, arrives { $arrives }; half of all journeys take { $half }, nine in ten { $nine }
route-sheet = { $way } way: { $sheet }
route-parts = moving { $moving }, handling { $handling }, borders { $border }, waiting { $waiting }
route-papers = papers: { $list }
route-may-leave = the goods may leave from { $day }
route-gap = not in the sheet: { $gap }
co2e-gap = CO2e gap: { $gap }
permit = permit: { $name } by { $authority }, asked for on { $asked }, { $days } days (90 %: { $most }), there on { $there }
permit-quota = quota { $amount } { $unit } a year
permit-share = of which the lot takes { $share }

## Heads of tables.
head-way = way
head-usd = USD
head-low-to-high = low to high
head-time = time
head-p90 = 90 %
head-nine-of-ten = nine of ten
head-co2e = kg CO2e
head-km = km
head-risk = risk
head-leaves = leaves
head-by = by
head-leg = leg
head-from = from
head-to = to
head-place = place
head-basis = basis
head-charges = charges and sources
head-element = element
head-distance = distance
head-activity = activity
head-intensity = g a unit
head-data = data
head-change = change
head-taken-out = taken out
head-rule = rule
head-whose = whose
head-reason = reason
head-lifted-by = would be lifted by
head-arcs = arcs

## The goods' own terms.
term-light = light: { $path }
term-netback = netback { $amount } { $unit }{ $ends }: { $price } of { $cargo } at the market ({ $method }, { $year }), less { $cost } on the way
term-no-owner = owner not stated
term-flag = { $country } { $ships } ships, { $share } of the tonnage
term-largest-ship = { $voyages } of the largest ship
term-tankers = tankers { $service }{ $voyages }{ $least }; { $flags }
term-pipe = { $name }: { $days } days from injection to delivery
term-stream = comes out as { $cargo }
term-line-fill = line fill { $fill } t at { $flow } t a year counted
term-quota = quota { $amount } t a { $period }, of which the lot takes { $share }
term-blend = { $share } of the stream
term-sulphur = then { $share } sulphur
term-least-lot = least lot { $tonnes } t
term-up = up { $share } of the time
term-path = { $km } km, { $one } ms one way, { $both } ms round trip{ $up }, through { $countries }
term-seat = seat: { $fare } USD, of which subsidies pay { $subsidy }; traveller pays { $price }
term-departures = { $departures } departures a week
apart-nodes = sharing neither node nor span
apart-spans = sharing nodes but no span
apart-shared = sharing spans, since no pair is free of them
term-pair = protected pair, { $apart }
term-working = working: { $path }; { $spans }
term-protection = protection: { $path }; { $spans }
term-pair-up = one of the two is up { $share } of the time, faults independent
term-shared = shared: { $list }
term-both-pass = both pass { $list }
term-unsubsidised = { $usd } without subsidy
term-return = there and back on { $day }, { $label }: { $usd } USD{ $ends }{ $aided }, { $hours }, { $kg } kg CO2e
term-no-way-back = no way back on { $day }

## CO2e element by element.
chain-hub = hub { $place }
chain-empties = empties { $how }
chain-total = { $kg } kg CO2e over { $activity } { $unit }
chain-intensity = { $grams } g a { $unit }
co2e-by-element = CO2e, element by element

## Pages and charts.
page-title = { $from } to { $to }: { $cargo }
page-lead = { $cargo }: { $amount }, leaving on { $day }
repeat-it = Repeat it
map-of-ways = map of the ways
cost-against-time = cost against time
time-and-distance = Time and distance
time-over-distance = time over distance
slope-hint = Slope = moving; thick step = handling, border or wait.
chart-signs = / moving   | handling, border or wait
km-from-origin = km from the origin
dot-area = USD; area of a dot = CO2e
dot-tip = { $way }: { $usd } USD, { $time }, { $kg } kg CO2e

## The sheet on a page.
sheet-parts = Moving { $moving }, handling { $handling }, borders { $border }, waiting { $waiting }; nine of ten within { $nine }.
sheet-papers = Papers: { $list }.
sheet-may-leave = The goods may leave from { $day }.
sheet-gap = Not in the sheet: { $gap }
charge-line = { $rate } { $currency } { $year } a { $per } × { $quantity } = { $usd } USD
charge-rate = 1 { $currency } = { $rate } USD
charge-rate-of = 1 { $currency } = { $rate } USD of { $day }
charge-free-days = { $days } days free
charge-includes = price
charge-excludes = not in the price
leg-through = inside the through rate { $rate }
leg-emission = CO2e: { $name } { $factor } { $unit }
leg-draught = water at { $place }: { $depth } m of the { $wanted } m that the { $vehicle } draws; { $left } of { $payload } t left
