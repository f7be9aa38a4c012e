# Numbers, spans, units and words of lists.
percent = { $value } %
span-ms = { $n } ms
span-min = { $n } min
span-h = { $n } h
span-d = { $n } d
km = { $n } km
low-to-high = { $low } to { $high }
voyages = { $count ->
        [one] { $count } voyage
       *[other] { $count } voyages
    }
between = { $from } - { $to }
at = { $what } at { $place }
either = { $one } or { $other }
all = all
note = note: { $text }

## Modes of transport.
mode-rail = rail
mode-road = road
mode-sea = sea
mode-pipeline = pipeline
mode-air = air
mode-fibre = fibre

## How a figure came about.
method-read = read
method-computed = computed
method-proxy = proxy
method-assumed = assumed
method-none = no citation

## Units, and for what a price is asked.
unit-t = t
unit-kt = kt
unit-TEU = TEU
unit-teu = teu
unit-FEU = FEU
unit-container = container
unit-wagon = wagon
unit-truck = truck
unit-train = train
unit-pair = pair
unit-ship = ship
unit-departure = departure
unit-seat = seat
unit-trip = trip
unit-Tbit-s = Tbit/s
unit-km = km
unit-lane-m = lane_m
unit-h = h
unit-berth-h = berth_h
unit-crane-h = crane_h
unit-ramp-h = ramp_h
unit-slot = slot
unit-berth = berth
unit-lot = lot
unit-m3 = m3
unit-bbl = bbl
unit-permit = permit
unit-USD = USD
unit-locomotive = locomotive
unit-share = share
unit-t-km = t_km
unit-container-km = container_km
unit-teu-km = teu_km
unit-wagon-km = wagon_km
unit-wagon-m = wagon_m
unit-truck-m = truck_m
unit-truck-km = truck_km
unit-train-km = train_km
unit-consignment = consignment
unit-day = day
unit-teu-day = teu_day
unit-wagon-day = wagon_day
unit-t-day = t_day
unit-operation = operation
unit-crossing = crossing
unit-seat-km = seat_km
unit-rotation = rotation
unit-g-t-km = g/t-km
unit-g-TEU-km = g/TEU-km
unit-kg-TEU = kg/TEU
unit-kg-container = kg/container
unit-kg-t = kg/t
unit-kg-wagon = kg/wagon
unit-g-seat-km = g/seat-km

## Work at a terminal.
work-load = loading
work-unload = unloading
work-transfer = transfer
work-roll-on = roll on
work-roll-off = roll off
work-gauge-change = gauge change
work-border = border
work-marshalling = marshalling
work-papers = papers

## How the goods stand.
loading-ground = ground
loading-rail = rail
loading-road = road
loading-ship = ship
loading-wagon-on-ship = wagon on ship
loading-truck-on-ship = truck on ship
loading-pipe = pipe
loading-air = air
loading-fibre = fibre

## Facilities.
facility-station = station
facility-rail-terminal = rail terminal
facility-container-terminal = container terminal
facility-berth = berth
facility-ferry-berth = ferry berth
facility-oil-berth = oil berth
facility-grain-berth = grain berth
facility-ramp = ramp
facility-crane = crane
facility-yard = yard
facility-gauge-change = gauge change
facility-tank-farm = tank farm
facility-border-post = border post
facility-landing-station = landing station
facility-elevator = elevator
facility-airport = airport
facility-truck-terminal = truck terminal
facility-pump-station = pump station
facility-pipeline-terminal = pipeline terminal
facility-works = works

## What runs.
vehicle-train = train
vehicle-wagon = wagons
vehicle-locomotive = locomotive
vehicle-rail-ferry = rail ferry
vehicle-ropax = ro-pax
vehicle-feeder = feeder
vehicle-tanker = tanker
vehicle-dry-ship = dry cargo ship
vehicle-container-ship = container ship
vehicle-truck = truck
vehicle-aircraft = flight
vehicle-rail = rail
vehicle-road = road
vehicle-sea = sea
vehicle-pipeline = pipeline
vehicle-air = air
vehicle-fibre = fibre

## What is scarce.
limit-train-path = train paths
limit-border-slot = border slots
limit-berth = berths
limit-ramp = ramps
limit-crane = crane hours
limit-storage = storage
limit-yard = yard
limit-slot = slots
limit-place = places
limit-fleet = pool
limit-tank = tanks
limit-throughput = throughput
limit-quota = quota
limit-permit = permits
limit-locomotive = locomotive hours
limit-bandwidth = bandwidth

## What is charged.
item-freight = freight
item-handling = handling
item-voucher = voucher
item-wagon-return = way back of the wagon
item-border = border
item-storage = storage
item-hire = hire
item-export-duty = export duty
item-grain-subsidy = grain subsidy
item-dues = dues
item-port-fee = port fee
item-gauge-change = gauge change
item-guard = guard
item-papers = papers
item-marshalling = marshalling
item-guarantee = guarantee

## What an emission factor is of.
factor-rail = railway
factor-road = road
factor-sea = sea
factor-pipeline = pipeline
factor-air = air
factor-fibre = fibre
factor-move = moving
factor-handle = handling
factor-store = storing

## Other words of lists.
list-electric-ac = electric_ac
list-electric-dc = electric_dc
list-diesel = diesel
list-tariff = tariff
list-published = published
list-shortest-feasible = shortest_feasible
list-great-circle = great_circle
list-great-circle-scaled = great_circle_scaled
list-estimate = estimate
list-not-stated = not_stated
list-primary = primary
list-modelled = modelled
list-default = default
list-included = included
list-part = part
list-excluded = excluded
list-official = official
list-press = press
list-t-km = t-km
list-passenger-km = passenger-km
list-USD = USD
list-USD-t = USD/t
list-ms = ms
list-d = d
list-1-week = 1/week
list-year = year
list-month = month
list-week = week
list-day = day
list-hour = hour
list-cost = cost
list-hours = hours
list-CO2e = CO2e
list-blend = blend
list-capacity = capacity
list-closure = closure
list-demand = demand
list-distance = distance
list-draught = draught
list-emission = emission
list-fleet = fleet
list-observation = observation
list-price = price
list-rate = rate
list-schedule = schedule
list-speed = speed

## So many of a unit; a unit without a message of its own stands behind its number as it is.
amount-container = { $count ->
        [one] { $count } container
       *[other] { $count } containers
    }
amount-wagon = { $count ->
        [one] { $count } wagon
       *[other] { $count } wagons
    }
amount-truck = { $count ->
        [one] { $count } truck
       *[other] { $count } trucks
    }
amount-seat = { $count ->
        [one] { $count } seat
       *[other] { $count } seats
    }
