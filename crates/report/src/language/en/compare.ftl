# Scenarios side by side.
compare-head = { $corridor }, { $year }, { $method }: { $others } against { $base }
compare-title = { $others } against { $base }
compare-changed = What changes
compare-figures = Figure by figure
compare-payers = Who receives more and who less, USD a year
compare-worth = What it is worth, USD
compare-nobody = Nobody's receipts change.
compare-nothing = nothing
compare-more = and { $count } more; --json has them all
compare-cost = costs { $told } = { $usd } USD ({ $method })
compare-of-year = { $sum } of { $year }
compare-life = Lasts { $years } years
compare-changes = { $count } changes
compare-sources = Sources ({ $count })
compare-terms = Discount rate { $rate } a year ({ $ends }), equal years over the life, no growth, no scrap value, prices of their own years; a carrier's further work costs { $cost } ({ $costs }) of its receipts for it. Shippers: money and time, rule of half. Charges are transfers and cancel in the sum. CO2e is counted, not priced.
head-figure-name = figure
head-base = base
head-difference = difference
head-base-usd = base, USD
head-shippers-a-year = shippers a year
head-carriers-ports = carriers, ports
head-budgets = budgets
head-all-a-year = all a year
head-cost-once = cost, once
head-years = years
head-npv = NPV
head-eirr = EIRR
