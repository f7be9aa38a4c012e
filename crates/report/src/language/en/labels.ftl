# Labels of ways: answers bring them in English, and the page in the browser shows them.
said-cheapest = cheapest
said-fastest = fastest
said-greenest = greenest
said-safest = safest
said-balanced = balanced
said-way = way { $n }

## Notes under a flow and a simulation.
said-queue-free = Times are queue-free: a limit that is full makes goods wait outside the model; its price says what one more unit saves.
said-continuous = Lots are continuous; sailings and trains need not be whole numbers.
said-ranges-unknown = The ranges of { $count } prices could not be found; the prices themselves are proven.
said-waits-come = Waits are what comes out of the tables' queue-free times, resources, ships and weather; no observed wait went in.
said-lots-keep = Lots keep to their way; storage and bans do not hold anybody up yet; what is scarce by the day has one rate for the run.
said-intervals = Intervals are of the mean over replications (95 %); they say nothing of assumed figures.
said-quiet-resources = { $count } resources at which random lots would wait less than six minutes are passed without a stop.
said-idle-years = Table demand has nothing for { $years }: nothing new sets out then.
said-country = country

## Limits of services and ships, and who sits at a round table.
said-limit-places = places: { $service }
said-limit-payload = payload: { $service }
said-limit-departures = departures: { $service }
said-limit-ship-hours = ship-hours: { $fleet }
said-limit-stock = { $limit }, at the end of the period
said-gone-elsewhere = { $share } % go elsewhere: { $why }
said-preset-c6 = six states of Central Asia and the South Caucasus
said-preset-cica = states of CICA on and around the corridor
said-preset-turkic = states of the Organization of Turkic States
said-preset-trade = carrier, port, shipper, bank, NGO
