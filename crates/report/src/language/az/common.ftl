# Numbers, spans, units and words of lists.
percent = { $value } %
span-ms = { $n } ms
span-min = { $n } dəq
span-h = { $n } saat
span-d = { $n } gün
km = { $n } km
low-to-high = { $low } – { $high }
voyages = { $count } reys
between = { $from } – { $to }
at = { $place }: { $what }
either = { $one } və ya { $other }
all = cəmi
note = qeyd: { $text }

## Modes of transport.
mode-rail = dəmir yolu
mode-road = avtomobil
mode-sea = dəniz
mode-pipeline = boru kəməri
mode-air = hava
mode-fibre = lif

## How a figure came about.
method-read = mənbədən
method-computed = hesablanıb
method-proxy = bənzətmə
method-assumed = fərziyyə
method-none = mənbəsiz

## Units, and for what a price is asked.
unit-t = t
unit-kt = min t
unit-TEU = TEU
unit-teu = TEU
unit-FEU = FEU
unit-container = konteyner
unit-wagon = vaqon
unit-truck = yük maşını
unit-train = qatar
unit-pair = qatar cütü
unit-ship = gəmi
unit-departure = yola düşmə
unit-seat = yer
unit-trip = səfər
unit-Tbit-s = Tbit/s
unit-km = km
unit-lane-m = zolaq metri
unit-h = saat
unit-berth-h = körpü-saat
unit-crane-h = kran-saat
unit-ramp-h = rampa-saat
unit-slot = slot
unit-berth = körpü
unit-lot = partiya
unit-m3 = m³
unit-bbl = barrel
unit-permit = icazə
unit-USD = ABŞ dolları
unit-locomotive = lokomotiv
unit-share = pay
unit-t-km = t·km
unit-container-km = konteyner·km
unit-teu-km = TEU·km
unit-wagon-km = vaqon·km
unit-wagon-m = vaqon metri
unit-truck-m = yük maşını metri
unit-truck-km = yük maşını·km
unit-train-km = qatar·km
unit-consignment = göndəriş
unit-day = gün
unit-teu-day = TEU·gün
unit-wagon-day = vaqon·gün
unit-t-day = t·gün
unit-operation = əməliyyat
unit-crossing = sərhəd keçidi
unit-seat-km = yer·km
unit-rotation = reys dövrəsi
unit-g-t-km = q/(t·km)
unit-g-TEU-km = q/(TEU·km)
unit-kg-TEU = kq/TEU
unit-kg-container = kq/konteyner
unit-kg-t = kq/t
unit-kg-wagon = kq/vaqon
unit-g-seat-km = q/(yer·km)

## Work at a terminal.
work-load = yükləmə
work-unload = boşaltma
work-transfer = yenidən yükləmə
work-roll-on = bərəyə yükləmə
work-roll-off = bərədən boşaltma
work-gauge-change = iz eninin dəyişdirilməsi
work-border = sərhəd və gömrük
work-marshalling = çeşidləmə
work-papers = sənədləşdirmə

## How the goods stand.
loading-ground = anbar
loading-rail = vaqon
loading-road = yük maşını
loading-ship = gəmi
loading-wagon-on-ship = bərədə vaqon
loading-truck-on-ship = bərədə yük maşını
loading-pipe = boru kəməri
loading-air = təyyarə
loading-fibre = lif

## Facilities.
facility-station = stansiya
facility-rail-terminal = dəmir yolu terminalı
facility-container-terminal = konteyner terminalı
facility-berth = körpü
facility-ferry-berth = bərə körpüsü
facility-oil-berth = neft körpüsü
facility-grain-berth = taxıl körpüsü
facility-ramp = rampa
facility-crane = kran
facility-yard = meydança
facility-gauge-change = iz eni dəyişdirmə məntəqəsi
facility-tank-farm = çən parkı
facility-border-post = sərhəd buraxılış məntəqəsi
facility-landing-station = kabelin sahil stansiyası
facility-elevator = elevator
facility-airport = hava limanı
facility-truck-terminal = yük maşını terminalı
facility-pump-station = nasos stansiyası
facility-pipeline-terminal = boru kəməri terminalı
facility-works = zavod

## What runs.
vehicle-train = qatar
vehicle-wagon = vaqonlar
vehicle-locomotive = lokomotiv
vehicle-rail-ferry = dəmir yolu bərəsi
vehicle-ropax = yük-sərnişin bərəsi
vehicle-feeder = fider gəmisi
vehicle-tanker = tanker
vehicle-dry-ship = quru yük gəmisi
vehicle-container-ship = konteyner gəmisi
vehicle-truck = yük maşını
vehicle-aircraft = reys
vehicle-rail = dəmir yolu
vehicle-road = avtomobil yolu
vehicle-sea = dəniz
vehicle-pipeline = boru kəməri
vehicle-air = hava
vehicle-fibre = fiber xətt

## What is scarce.
limit-train-path = qrafikdə qatar yerləri
limit-border-slot = sərhəddə qatar yeri
limit-berth = körpülər
limit-ramp = ramplar
limit-crane = kran-saat
limit-storage = saxlama yeri
limit-yard = meydança
limit-slot = keçid növbəsi
limit-place = yerlər
limit-fleet = park
limit-tank = çənlər
limit-throughput = buraxılış qabiliyyəti
limit-quota = kvota
limit-permit = icazələr
limit-locomotive = lokomotiv-saat
limit-bandwidth = ötürmə zolağı

## What is charged.
item-freight = daşıma haqqı
item-handling = yükləmə-boşaltma
item-voucher = vauçer
item-wagon-return = vaqonun qaytarılması
item-border = sərhəd rüsumu
item-storage = saxlama
item-hire = icarə
item-export-duty = ixrac rüsumu
item-grain-subsidy = taxıl subsidiyası
item-dues = rüsumlar
item-port-fee = liman rüsumu
item-gauge-change = iz eninin dəyişdirilməsi
item-guard = mühafizə
item-papers = sənədləşdirmə
item-marshalling = çeşidləmə
item-guarantee = zəmanət

## What an emission factor is of.
factor-rail = dəmir yolu
factor-road = avtomobil nəqliyyatı
factor-sea = dəniz nəqliyyatı
factor-pipeline = boru kəməri
factor-air = hava nəqliyyatı
factor-fibre = lif
factor-move = hərəkət
factor-handle = yük emalı
factor-store = saxlama

## Other words of lists.
list-electric-ac = dəyişən cərəyan
list-electric-dc = sabit cərəyan
list-diesel = dizel
list-tariff = tarif
list-published = dərc edilib
list-shortest-feasible = ən qısa mümkün yol
list-great-circle = böyük çevrə
list-great-circle-scaled = böyük çevrə, əmsalla
list-estimate = qiymətləndirmə
list-not-stated = göstərilməyib
list-primary = ilkin məlumat
list-modelled = modelləşdirilib
list-default = standart dəyər
list-included = daxildir
list-part = qismən
list-excluded = daxil deyil
list-official = rəsmi
list-press = mətbuat
list-t-km = t·km
list-passenger-km = sərnişin·km
list-USD = ABŞ dolları
list-USD-t = ABŞ dolları/t
list-ms = ms
list-d = gün
list-1-week = həftədə
list-year = il
list-month = ay
list-week = həftə
list-day = gün
list-hour = saat
list-cost = xərc
list-hours = vaxt
list-CO2e = CO2e
list-blend = qarışıq
list-capacity = ötürmə qabiliyyəti
list-closure = hava səbəbindən bağlanma
list-demand = tələb
list-distance = məsafə
list-draught = suya oturum
list-emission = tullantılar
list-fleet = park
list-observation = müşahidə
list-price = qiymət
list-rate = sürət norması
list-schedule = cədvəl
list-speed = sürət

## So many of a unit; a unit without a message of its own stands behind its number as it is.
amount-container = { $count } konteyner
amount-wagon = { $count } vaqon
amount-truck = { $count } yük maşını
amount-seat = { $count } yer
