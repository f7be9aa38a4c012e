# What engines and tables say in English, found again by its English form.

## Labels of ways, kinds of sheets and figures.
said-cost-sheet = болжамды құн есебі
said-quotation = баға ұсынысы
said-hours-kind = бөліктер медианаларының қосындысы, кезексіз; бүкіл жолдың 90-процентилі, дауылдар ортақ
said-light-kind = жол ұзындығы x шыныдағы жарық кідірісі + жабдық

## Waits.
said-wait-headway = күтілетін мән: кідіріссіз және бір аралық арасында біркелкі
said-wait-full = кезексіз күтілетін мән: кідіріссіз және толғанда жөнелетін қатынастың ең ұзақ күтуі арасында біркелкі
said-wait-simulated = имитация бойынша, кезекпен бірге: партиялардың жартысы { $half } сағатқа дейін, оннан тоғызы { $nine } сағатқа дейін күтеді
said-wait-observed = { $first } – { $last } байқауы бойынша ({ $place }): барлығы { $low } – { $high } сағ, күтусіз { $own } сағ шегерілді
said-wait-timetable = кесте бойынша үлгеретін бірінші жөнелтімді
said-wait-hours = нысан ашылғанша
said-wait-cut-off = сұраныс бойынша жөнелтуге дейінгі қабылдаудың аяқталуы
said-wait-until-open = ашылғанша күту: { $name }
said-wait-for = күту: { $name }
said-entry-exit = кіру-шығу транзиті
said-haul = бір теміржолмен тасымал

## What is missing.
said-chain-scope = тасымал мен тораптардың «ұңғымадан дөңгелекке» CO2-экв. шығарындылары; көлік жұмысы көрсетілген негіздегі қашықтықпен, түзету коэффициентінсіз есептелген; шекара, құжат және күту жұмыс ретінде есептелмейді
said-no-factor-at = { $name }: шығарынды коэффициенті жоқ: { $names }
said-no-factor = шығарынды коэффициенті жоқ: { $names }
said-empty-running = бос жүріс көрсетілмеген: { $names }
said-no-charge = ақысы белгісіз: { $names }
said-no-emission = шығарынды коэффициенті белгісіз: { $names }
said-light-ship = { $name }: { $place } тереңдігі { $depth } м, ал { $vehicle } үшін { $wanted } м керек, сондықтан { $payload } т орнына { $left } т алады; тоннаға шаққан баға бос қалған орынды кім көтеретінін айтпайды

## Conditions and promises.
said-avoid = айналып өту: { $what }
said-use = міндетті: { $what }
said-beside = бірге: { $what }
said-permits-asked = рұқсат сұралған күн { $day }
said-within = { $days } күн ішінде
said-by-end = { $day } соңына дейін

## Remarks on an answer.
said-exact = Маршруттар қосылатын өлшемдер – құн, уақыт (медианалар қосындысы), CO2-экв. және ірі оқиғалар тәуекелі бойынша дәл; жарияланған кестесі жоқ жөнелтімді күту – күтілетін мән. Бағалар жөнелту күніне алынған.
said-coarser = Ірірек сұралды: көрсетілген маршрут уақыты, CO2-экв. және тәуекелі бойынша ең көбі { $share } % нашар әрі қымбат емес болса, басқасы түсіп қалуы мүмкін; кестесі жоқ жөнелтімді күту – күтілетін мән. Бағалар жөнелту күніне алынған.
said-large-lot = Партия үлкен: жиын { $unit } { $name } дәлдігімен есептелген.
said-cents = АҚШ центі
said-seconds = секунд
said-grams = г CO2-экв.
said-millionths = тәуекелдің миллионнан бірі
said-ways-worth = Тиімді маршруттар саны { $all }; { $shown } көрсетілген.
said-door-to-door = Уақыт есіктен есікке дейін есептеледі, сондықтан әр күнгі жөнелтімдер келу сәтімен емес, ұзақтығымен салыстырылады.

## Why there is no way.
said-none-left = алынып тасталғаннан кейін маршрут қалмады: { $sentences }
said-sentence = { $name } ({ $rule }): { $reason }
said-asked-away = одан айналып өтуді сұрадыңыз
said-without-condition = осы шартсыз дәл сол сұрақ
said-larger-lot = үлкенірек партия
said-no-tariff = бұл күні мұнда осы жүкке тариф жолы жоқ, ал кестеде жол жоқ болғандықтан ештеңе тегін тасымалданбайды
said-tariff-row = мұнда қолданылатын тариф кестесінің жолы
said-small-lot = { $least } т-дан кіші партия алынбайды, ал партия { $lot } т
said-quota-larger = { $reason } { $name } квотасы жылына { $quota } { $unit }, партия одан үлкен.
said-lot-at-most = ең көбі { $quota } { $unit } партия
said-permit-by = рұқсат: { $name }, беретін орган: { $authority }
said-day-rule-ends = { $day } бастап, ереже күшін жойған күн
said-no-paper-of = кестелерде құжат жоқ; { $authority } келісімі – { $what } рұқсат ететін rule кестесінің жолы болар еді
said-no-paper = кестелерде құжат жоқ; келісім – { $what } рұқсат ететін rule кестесінің жолы болар еді
said-too-shallow = бұл күні { $place } суы осы қатынастың барлық кемесі үшін тайыз
said-deeper-water = { $place } тереңірек суы немесе аз шөгетін кеме
said-limits = маршруттар бар, бірақ ешқайсысы сіз қойған шектерге сыймайды
said-raise = баға шегін, CO2-экв. шегін немесе соңғы келу мерзімін бір-бірлеп көтеріңіз
said-take-back = тыйымдарды бір-бірлеп алып көріңіз: рұқсат, басқа күн, басқа жабдық немесе жолды ашатын сценарий
said-check = жабдықты, күнді және сценарийді тексеріңіз; жолдағы орындарды `keruen explain` көрсетеді
said-cannot-load = { $place } орнында бұл жүкті пойызға, кемеге, көлікке не құбырға тиейтін нысан жоқ (бұл күні ашық нысандар саны: { $n })
said-no-chain = бұл күні осы жүк үшін { $from } – { $to } арасында ашық учаскелер, қатынастар мен операциялар тізбегі жоқ
said-all-used = жүк { $place } орнына жетеді, бірақ міндетті нәрсенің бәрін бір учаскемен барып-қайтпай қамтитын маршрут жоқ
said-no-unloading = жүк { $place } орнына жетеді ({ $on }), бірақ онда бұл жүкті түсіретін операция жоқ
said-no-clearing = жүк { $place } орнына жетеді, бірақ онда елге кіргізетін шекаралық рәсім жоқ

## What works instead.
said-not-avoided = { $what } айналып өтілмейді
said-need-not-be-used = { $what } міндетті емес
said-alone = жүк жеке тасымалданады
said-in = { $name } ішінде
said-later = { $asked } орнына { $day } жөнелту
said-to-instead = мұның орнына { $place } дейін
said-from-instead = мұның орнына { $place } бастап

## Papers.
said-transit-declaration = транзиттік декларация
said-smgs = СМГС жүкқұжаты
said-smgs-waybill = СМГС жүкқұжаты
said-phytosanitary = фитосанитариялық сертификат
said-bill-of-lading = коносамент
said-import-declaration = импорттық немесе транзиттік декларация
said-cmr = CMR жүкқұжаты
said-tir = TIR кітапшасы немесе транзиттік декларация
said-ship-list = вагондардың кеме тізімі
said-quality = сапа сертификаты
said-cim-smgs = бірыңғай ЦИМ/СМГС жүкқұжаты
said-cim = ЦИМ жүкқұжаты
said-origin = тауардың шығу тегі туралы сертификат
said-passport = паспорт
said-dangerous-goods = қауіпті жүк тасымалы құжаты (БҰҰ 2912, LSA-I, IP-1 қаптамасы)
said-radiation = радиациялық бақылау актісі

## Authorities and countries.
said-nuclear-authority = ядролық қадағалау органы ({ $country })
said-radiation-authority = ядролық және радиациялық қадағалау органы ({ $country })
said-quarantine = өсімдік карантині қызметі ({ $country })
said-government = Үкімет ({ $country })
said-agriculture = Ауыл шаруашылығы министрлігі ({ $country })
said-energy = Энергетика министрлігі ({ $country })
said-port-or-railway = порт немесе теміржол әкімшілігі
said-ship-owner = кеме иесі
said-owner-and-flag = кеме иесі және ту мемлекеті
said-pipeline-operator = құбыр операторы
said-insurers = сақтандырушылар, банктер
said-model-default = модельдің әдепкі ережесі
said-kazakhstan = Қазақстан
said-azerbaijan = Әзербайжан
said-georgia = Грузия
said-russia = Ресей
said-russian-federation = Ресей Федерациясы
said-china = Қытай
said-france = Франция
said-united-states = АҚШ
said-canada = Канада
said-armenia = Армения
said-turkiye = Түркия
said-iran = Иран
said-uzbekistan = Өзбекстан
said-turkmenistan = Түрікменстан
said-poland = Польша

## What charges hold.
said-includes-haulage = тарту, платформа және жолдағы сұрыптау
said-includes-wagon = теміржол вагонымен тарту және оның қайтуы; жолдағы сұрыптау
said-includes-road = жүргізуші, отын, ақылы жол
said-includes-sea = теңіз фрахты
said-includes-transit = екі орын арасындағы теміржолдың толық ақысы; километрлік мөлшерлемелердің орнына
said-includes-taxes = салықтар мен әуежай алымдары
said-includes-pumping = айдау, екі ұшында сақтау және теңіз терминалында тиеу
said-includes-charter = партияға жалданған кеме; 24 контейнерден аз партия бүкіл кемені төлейді
said-excludes-lifts = көтеру, табан енін ауыстыру, шекара алымдары
said-excludes-loading = тиеу, шекара алымдары, паромдар
said-excludes-border = шекара алымдары немесе паромдар
said-excludes-port-lifts = порттардағы көтеру жұмыстары

## A study.
said-computed-status = есептелген
said-sources-only = тек дереккөздер
said-not-computable = есептелмейді
said-sources-side-by-side = Модель жауабы қажет емес: дереккөздер қатар қойылған.
said-not-computable-why = Есептелмейді: { $why }
said-finding = { $variant }: { $usd } АҚШ долларынан, { $days } тәуліктен, { $kg } кг CO2-экв. бастап
said-finding-light-usd = { $variant }: бір бағытта { $ms } мс, { $usd } АҚШ долл.
said-finding-light = { $variant }: бір бағытта { $ms } мс
said-finding-none = { $variant }: маршрут жоқ ({ $reason })
said-influence-method = ықпал: мән төменгі шегінен жоғарғысына өткенде зерттеудің басты көрсеткіштерінің (әр нұсқаның ең аз құны, уақыты, CO2-экв.) орташа өзгерісі; дереккөзді үлестегі көрсеткіш салмағы: мәннің бір пайызына орташа өзгеріс, оқылғаны да, болжамы да бірдей
said-cost-a-tonne = тонна құны, ең арзан маршрут
said-netback = нетбэк, ең арзан маршрут
said-injection = айдаудан тапсыруға дейін
said-blend-ratio = ағын көтеретін қоспа үлесі
said-latency-one = кідіріс, бір бағытта
said-latency-both = кідіріс, барып-қайту
said-pair-working = қорғалған жұп: негізгі жол, бір бағытта
said-pair-protection = қорғалған жұп: резервтік жол, бір бағытта
said-availability-working = негізгі жолдың қолжетімділігі
said-availability-pair = жұптың қолжетімділігі
said-fare-before = субсидияға дейінгі жол ақысы, бір бағытта
said-departures-a-week = аптасына рейстер
said-return-cheapest = барып-қайту, ең арзаны
said-return-unsubsidised = субсидиясыз барып-қайту

## What flow and simulation say.
said-method-least-cost = ең аз құн
said-method-most = ең көп өткізу
said-method-choice = таңдау
said-one-more-vehicle = тағы бір көлік
said-tenth-more = оннан бірге көп
said-no-way-there = онда апаратын ашық учаскелер, қатынастар мен операциялар тізбегі жоқ; себебін `keruen route` айтады
said-operator = оператор
said-forth = тура
said-back = кері
said-both = екі бағыт
said-pieces = дана
said-hours-through = транзит жүктің жолдағы сағаты
said-tonnes-through-arrived = жеткен транзит жүктің тоннасы
said-hours-wait-ships = транзит жүктің кеме күткен сағаты
said-hours-wait-room = транзит жүктің орын, вагон не рұқсат күткен сағаты
said-pieces-wait-ships = кеме күтіп тұрған дана
said-hours-off-ports = кемелердің рейдтегі сағаты
said-hours-wait-line = { $line } күту сағаты, { $place }
said-pieces-wait-line = { $line } күтіп тұрған дана, { $place }
said-hours-of-row = сағат, { $row }
said-tonnes-of-row = тонна, { $row }

## Why not.
said-is-used-one = { $name } қолданылады: { $way } маршрут.
said-is-used = { $name } жауаптың { $n } маршрутында қолданылады ({ $ways }).
said-is-dominated = { $name } рұқсат етілген, бірақ ол арқылы өтетін әр маршруттан құны, уақыты, CO2-экв. және тәуекелі бойынша бірден озық маршрут бар.
said-would-need = { $name } арқылы маршрутқа алынып тасталған керек: { $sentences }
said-part-closed = { $name } ашық, бірақ бұл күні { $part } ашық емес.
said-dead-end = Жүк { $name } орнына жетеді, бірақ бұл күні одан { $to } дейін бір учаскемен барып-қайтпай апаратын ештеңе ашық емес.
said-nothing-puts = Жүк { $place } орнына жетеді ({ $on }), бірақ онда оны { $name } тиейтін ештеңе жоқ.
said-no-chain-to = Бұл күні осы жүк үшін { $from } – { $name } арасында ашық учаскелер, қатынастар мен жұмыстар тізбегі жоқ.
said-cannot-stand = Бұл жабдықтағы жүк { $name } үстінде тұра алмайды.
said-other-goods = { $name } басқа жүкті немесе басқа жабдықты қабылдайды.
said-no-fit = fit кестесі жабдықтың ешбірін { $name } көліктеріне жібермейді.
said-other-gauge = Жүк { $name } орнына табан ені басқа жолмен келеді, ал онда оны ауыстыратын ештеңе жоқ.
said-only-scenario = { $name } ешбір кестеде жоқ; оны тек сценарий қосады.
said-opens-on = { $name } { $from } күні ашылады; сұрақ { $day } күніне.
said-was-open = { $name } { $to } дейін ашық болды; сұрақ { $day } күніне.
said-status = { $name } ашық емес: күйі – { $status }.
said-day-from = { $day } бастап кез келген күн
said-day-up-to = { $day } дейінгі күн
said-under-construction = салынып жатыр
said-proposed = ұсынылған
said-closed = жабық

## What the command says when it cannot go on.
said-did-you-mean = { $what }; мүмкін { $near }?
said-no-corridor = { $name } дәліз емес: corridor.toml бар қалта табылмады
said-there-is-no = мұндай жоқ: { $what }
said-place-quoted = орын { $name }
said-scenario-quoted = сценарий { $name }
said-cargo-quoted = жүк { $name }
said-unit-quoted = бірлік { $name }
said-nothing-called = мұндай атау жоқ: { $name }
said-not-a-day = { $day } – ондай күн жоқ, түрі ЖЖЖЖ-АА-КК
said-where-to = қайдан қайда? { $command }
said-no-wishes = demand және market кестелерінде { $year } жылға жол жоқ; оларда бар жылды сұраңыз
said-cannot-write = жазу мүмкін емес: { $file }: { $why }
said-is-there = { $file } бұрыннан бар; ештеңе өзгертілген жоқ
said-nothing-moves = { $id } арқылы ештеңе жүрмейді; жүретіндерін --csv көрсетеді
said-positive = мөлшер нөлден үлкен сан болуы керек
said-too-much = мөлшер кез келген бірлікте ең көбі миллион миллион
said-counted-in = жүк { $own } өлшенеді, { $asked } емес; мынамен сұраңыз: { $units }
said-stopped = жауап табылғанға дейін тоқтатылды
said-no-fit-row = fit кестесінде бір { $equipment } ішіне қанша { $cargo } сиятыны айтылмаған; жол қосыңыз

## Papers of the bundled corridor that name a count.
said-tonnage-account = тоннаждағы Қазақстан үлесінің есебі
said-traffic-right-printed = тасымалдаушының ұшу құқығы, { $one } – { $other } (әр тарапқа аптасына { $n } рейс, { $year } жылғы дерек)
said-traffic-right = тасымалдаушының ұшу құқығы, { $one } – { $other } (барлығы аптасына { $n } рейс, осы жұпта { $pair })

## Parties, seats, cables and proposals.
said-more = көп
said-less = аз
said-points = ұпаймен
said-ranks = орындармен
said-intervals-given = аралықтармен
said-free = еркін
said-group-budget = бюджет
said-group-business = бизнес
said-group-debt = қарыз
said-group-economy = экономика
said-group-environment = қоршаған орта
said-group-risk = тәуекел
said-group-service = қызмет
said-group-society = қоғам
said-turkiye-own = Түркия
said-hungary = Мажарстан
said-kyrgyzstan = Қырғызстан
said-tajikistan = Тәжікстан
said-development-bank = Даму банкі
said-environmental-ngo = Экологиялық ҮЕҰ
said-railways-and-lines = Теміржолдар мен кеме желілері
said-sea-ports = Теңіз порттары
said-shippers-forwarders = Жүк иелері мен экспедиторлар
said-note-bank = Мысал ұпайлар, ешбір банктің саясаты емес: жобаның қайтарымы, құны және шығарындылары.
said-note-carrier = Мысал орындар, ешбір компанияның ұстанымы емес: түсімнен қалғаны, сосын тасымал көлемі.
said-note-port = Мысал орындар, ешбір порттың ұстанымы емес: алдымен тасымал көлемі.
said-note-shipper = Аралық түріндегі мысал үлестер, ешбір компанияның ұстанымы емес: баға мен күн.
said-note-ngo = Реті ғана берілген мысал салмақтар: алдымен шығарындылар, сосын шығын; ешбір ұйымның ұстанымы емес.
said-note-ships-more = Мысал салмақтар, мемлекеттің ұстанымы емес: тасымалдағаннан көп жөнелтетін мемлекет жүк иелері мен күндерді бірінші қояды.
said-note-links = Мысал салмақтар, мемлекеттің ұстанымы емес: жүкпен қатар адамдар мен деректер байланысы да ескеріледі.
said-note-receipts = Мысал салмақтар, мемлекеттің ұстанымы емес: алдымен өз түсімі, сосын жүк иелері мен тасымал, бюджет және қоршаған орта.
said-gain-shippers = жүк иелерінің ұтысы
said-gain-carriers = тасымалдаушылар мен порттардың ұтысы
said-gain-budgets = бюджеттердің ұтысы
said-money-once = бір рет жұмсалатын ақша
said-npv = таза келтірілген құн
said-change-of = өзгеріс: { $what }
said-change-receipts = түсім өзгерісі, { $who }
said-through-carried = тасымалданған транзиттік сұраныс
said-boxes-carried = тасымалданған транзиттік контейнерлер
said-through-left = қалып қойған транзиттік сұраныс
said-through-outside = басқа бағытпен кететін транзиттік сұраныс
said-through-charges = транзиттік сұраныс төлейтін алымдар
said-through-generalised = транзиттік сұраныстың алымдары мен уақыты
said-through-co2e = транзиттік сұраныстың CO2-экв.
said-background-carried = тасымалданған фондық тасымал
said-figure-cheapest = { $ask }: ең арзан жол
said-figure-fastest = { $ask }: ең жылдам жол, кезексіз
said-figure-co2e = { $ask }: ең аз CO2-экв.
said-figure-ms = { $ask }: ең жылдамы, бір жаққа
said-figure-down = { $ask }: қызметсіз, бір-бірін қорғайтын екі жол
said-unit-t-yr = т/жыл
said-unit-teu-yr = ЖФЭ/жыл
said-unit-usd-yr = АҚШ долл./жыл
said-unit-usd = АҚШ долл.
said-unit-h-yr = сағ/жыл
said-unit-days = күн
said-unit-kg = кг
said-unit-ms = мс
said-baku = Баку
said-one-unit-less = бір бірлікке азайтуға болмайды: фондық тасымал барын алып қойған және бірінші жүреді; төменгі шектен жоғары кез келген баға оңтайлылықты дәлелдейді
said-nothing-done = Ештеңе жасалмайды
said-as-it-is = Қазіргідей
said-corridor-as-it-is = Дәліз қазіргі күйінде
said-not-known-for = { $what }: { $all } сценарийдің { $some } бойынша белгісіз
said-weighted-sum = салмақталған қосынды
said-method-mean = орташа
said-method-borda = Борда
said-method-copeland = Копленд
said-eligible-trips = құқылы сапарлар { $n }
said-elasticity = икемділік { $n }
said-load-of-new = жаңа рейстердің толымдылығы { $n }
said-floor-fails = ешбір пайдалану әр мемлекетке ең аз үлесін бермейді: оны төмендетіңіз не бюджетті көтеріңіз
said-eligible-told = Екі мемлекет арасында құқылы адамдардың бүгінгі бағамен жылына барып-қайту сапарлары: { $mid } ({ $low } – { $high }); жорамал. Осы уақытқа дейін саналғаны: Әзербайжан мен Қазақстан арасында 222 және 80-ге жуық студент (FLI-031); ешбір бет жас ғалымдарды не олардың сапарларын санамайды.
said-elasticity-told = Сапарлардың баға бойынша икемділігі: -{ $mid } ({ $low } – { $high }). Бағыт деңгейінде -1,4 (-1,2 – -1,5), ұлтүстілік деңгейде -0,6, Азия ішінде 0,95 есе (FLI-026, FLI-028, FLI-029). Төменгі шегі барлық жұп бірден субсидияланса орындалады.
said-new-load-told = Жаңа рейстің толымдылығы: { $mid } ({ $low } – { $high }); жорамал.
said-voucher-told = Ваучер: барып-қайту сапарына Erasmus+ белдеулері, 500, 2000, 3000, 4000, 8000 км дейін 180, 275, 360, 530, 820 EUR (FLI-030), билет бағасынан аспайды.
said-guarantee-told = Кепілдік: айналымның шығыны мен түсімінің айырмасы, нөлден төмен емес, Қазақстан ішкі бағыттарда төлейтіндей (FLI-001); бір орын-километрдің шығыны мен түсімі 5,97 және 6,41 АҚШ центі (FLI-010). Қазақстан Түркістан – Ақтау бағытында айналымға 4,27 млн теңге төледі (FLI-006, есептелген).
said-guarantee-note = Кепілдік барлық жолаушыны тасымалдайды; ваучер тек құқылы адамдарға төлейді. Екеуінің қосымша сапарлары бір адамдардікі емес.
said-fares-note = Билет бағалары кестелерде есептелген, жарияланбаған: `{ $command }` қараңыз.
said-direct-note = Тікелей рейс үнемдейтін сағаттар есептелмейді: кепілдіктің қосымша сапарлары – төмен баға әкелетіндері.
said-fibre-ends = Қолжетімділік шектері: әр ақау жиілігі { $low } және { $high } есе, көмілген және таяз судағы кабель дереккөздерінің аралығы (FIB-022, FIB-025, FIB-028).
said-fibre-ship = Бір теңіздің кабельдеріне бір жөндеу кемесі; ешбір бет Каспийде орналасқанын атамайды, сондықтан 20 күндік жөндеу басқа жерден алынған (FIB-023, FIB-024).
said-fibre-no-price = Тбит/с жария бағасы табылмады, сондықтан кабельдің құндылығы ақшамен емес, қызмет сағатымен берілген.
said-no-span = { $from } – { $to }: кестелердегі ешбір бөлік онда апармайды
said-by-months = ең аз шығын, ай сайын
said-one-day = Барлық жаққа бір күн бойынша сұрақ қойылады: сценарийлері айтатын ең соңғысы, болмаса дәліздің күні.
said-flow-of = Ағын { $year } жылғы, { $periods }, ең аз шығынмен және берілген сұраныспен: ұсыныс жүкті жолдар арасында не қалып қойғаннан ауыстырады; жаңа сұраныс тудырмайды.
said-twelve-months = он екі ай
said-one-period = бір кезең
said-simulated-luck = Модельдеулердің кездейсоқтығы ортақ: әр қайталауда барлық жақта дауыл мен келу бірдей; жүк өз жағының ай сайынғы ағынының жолдарымен жүреді.
said-flow-drawn = Ағын көрсеткіштерінің төменгі және жоғарғы мәні – жорамалданған және басқа жерден алынған көрсеткіштер іріктемелерінің 5 және 95 пайызы; бір іріктеме оларды барлық жақта бірдей өзгертеді, ал сценарий бекіткені өзгермейді. Жолдардікі баға аралықтарынан шығады.
said-flow-no-ends = Ағын көрсеткіштерінің төменгі және жоғарғы шегі жоқ: аралықтары мұнда есептелмейді. Жолдардікі баға аралықтарынан шығады.
said-side-idle = { $side }: ол өзгертетін жолдардың ешқайсысы { $year } жылы ашық емес, сондықтан ештеңесі көрінбейді; кейінгі жылды сұраңыз.
said-side-later = { $side }: { $year } жылдан кейінгі күнді айтады, сондықтан { $same } жылғы ағын тек сол кезде ашық жолдарын көреді.
said-side-wishes = { $side }: негізден басқа көлем сұрайды, сондықтан жүк иелерінің ұтысы тікелей салыстырылмайды.
said-no-gain-seen = бұл ағын ұтысты көрмейді: ол кеңейтетін жер бұл кезеңдерде толы емес не ұтысы ақшада емес
said-no-cost-known = ешбір дереккөз құнын айтпайды
said-no-life-known = ешбір дереккөз қанша уақытқа жететінін айтпайды
said-no-rate = ешбір мөлшерлеме келтірілген құнын нөлге теңестірмейді: құнынан аз береді
said-terms-assumed = Екеуі де жорамал: дәліздің ешбір дереккөзі дисконттау мөлшерлемесін не тасымалдаушының келесі тонна-километрінің құнын айтпайды. Оларды study.toml, [round_table] ішінде өзгертіңіз.
said-added = қосылды
said-there = бар
said-calibrated-note = Транзиттік сұраныс пен фондық тасымал – бағалаулары енгізілген сұраныс кестесінікі; бағалауға қолданылған санақтың сәйкес келуі аз нәрсені дәлелдейді.

## Answers cut off.
said-stopped-sides = Аяқталмай тоқтатылды: { $sides } салыстырылмады.
said-stopped-pairs = Барлық нұсқа имитацияланбай тоқтатылды: жұпсыз имитация айырмасы айтылмайды.
said-stopped-draws = Барлық сынама алынбай тоқтатылды: төменгі және жоғарғы шек { $asked } ішінен { $made } сынамаға негізделген.

## What stands in lists of the whole corridor.
said-open = ашық
said-yes = иә
said-places-of = орындар: { $name }
said-payload-of = жүк көтерімі: { $name }
said-departures-of = жөнелтімдер: { $name }
said-ship-hours-of = кеме-сағат: { $name }
said-at-end-of-period = { $name }, кезең соңында
said-transport-work = тасымал жұмысы
said-lognormal = логнормаль({ $law })
said-triangular = үшбұрышты({ $law })
said-ranges-still = Дереккөзден алынған не есептелген көрсеткіштер өзгермейді, төменгі және жоғарғы шегі жоқ болжамдар да; параметрлер бір-бірінен тәуелсіз жылжиды.

## Units in which things were counted.
said-unit-wagons = вагон
said-unit-trucks = жүк көлігі
said-unit-trains = пойыз
said-unit-containers = контейнер
said-unit-ships = кеме
said-unit-calls = кіріс
said-unit-calls-month = кіріс/ай
said-unit-voyages = рейс
said-unit-vehicles = көлік
said-unit-persons = адам
said-unit-wagons-day = вагон/тәул
said-unit-trucks-voyage = жүк көлігі/рейс
said-unit-kmh = км/сағ
said-unit-mps = м/с

## Criteria of the round table, in short.
said-criterion-shippers = жүк иелері
said-criterion-carriers = тасымалдаушылар мен порттар
said-criterion-budgets = бюджеттер
said-criterion-cost = шығын
said-criterion-npv = таза келтірілген құн
said-criterion-tonnes = тонна
said-criterion-teu = ЖФЭ
said-criterion-left = қалған жүк
said-criterion-outside = сыртқы жол
said-criterion-charges = төлемдер
said-criterion-generalised = жалпылама шығын
said-criterion-co2e = CO2-экв.
said-criterion-background = фондық тасымал
said-criterion-receipts = түсім, { $country }
said-preset-turkic = (түркі елдері)
said-preset-trade = (сауда)
said-preset-cica = (АӨСШК)
said-preset-c6 = (C6 елдері)

## What counters say.
said-calibrate-hit = Калибрлеуден кейінгі дәл келу қолданылған санақ үшін аз нәрсені дәлелдейді; алып тастау бағаны мен бөлек қойылғандар дәлелдейді.
said-calibrate-same-guess = Бір ағынның әр жылғы жолдары алдын ала дисперсиясының { $share } % ортақ: олардың артында бір болжам тұр (болжам).
said-calibrate-fixed = { $count } жолдың дәйексөзінде төменгі және жоғарғы шек жоқ, сондықтан олар жылжи алмайды.
said-cause-stock = алаңдағы және онда орын күтіп тұрған партиялар, апталар орташасы; қолжетімділігінен тыс жұмыстан шыққан кемелер мен арғы жағалау қабылдамайтын вагондар ешбір кестеде жоқ
said-cause-waited = осы апталарда кемеге тиелген партияның ең ұзақ күтуі, қайталаулар орташасы
said-cause-days = осы апталарда жеткен контейнерлердің орташасы; толық пойызды, ҚТЖ локомотивтерін және құжаттарды күту операциялардың өз уақытынан тыс ешбір кестеде жоқ
said-cause-border = өтетін партиялардың орташасы; кестелерде пункттердің слоты мен жұмыс уақыты бар, ауысымы жоқ
said-cause-calls = қатынас кемелерінің кірістері; модельде бір жөнелтілім – бір кеме жүгі
said-cause-boarded = осы апталарда батысқа жүкпен тиелген вагондар; өкімдер екі бағыт пен бос вагондар саналатынын айтпайды, модельде бос вагон жоқ
said-cause-trains = осы күндері бірінші кемесінен түскен контейнерлер, бір пойыздағыға бөлінген; басқа жаққа кететін пойыздар ешбір кестеде жоқ
said-cause-sent = осы күндері жолға шыққан контейнерлер, бір пойыздағыға бөлінген; сұраныс кестесі қабылданған пойыздардан құрылған, сондықтан жыл соңында жолда жүргендер сол жылы жолға шықпайды
said-cause-counted = count кестесі; қозғалатыны – ағынның тілектердегі үлесі, сондықтан қате көбіне тілектікі не үлестікі
said-cause-under-way = жөнелтілген, бірақ соңғы күні кемеден түспеген контейнерлер, бір пойыздағыға бөлінген; сұраныс кестесі қабылданған пойыздардан құрылған
said-replayed = журналдың { $count } жазбасы қайта орындалды, ешқайсысы кестелердегі сыйымдылықты бұзбайды
said-rows-left-out = { $file } файлының { $count } жолында кезең жоқ, олар алынбады
said-send-now = { $file } файлын қазір жіберіңіз; кейін салмақтары бар файл мен salt = { $salt } оны ашады

## When a verb cannot go on: parties, seats, cables, flows.
said-file-toml = { $file }.toml: { $why }
said-file-party = { $file }.toml, { $party } тарапы: { $why }
said-os-no-file = мұндай файл да, қалта да жоқ
said-os-denied = рұқсат жоқ
said-os-folder = бұл – қалта
said-no-preset = { $name } деген дайын жинақ жоқ; бары: { $list }
said-parties-stopped = тараптар тыңдалғанға дейін тоқтатылды
said-study-stopped = зерттеу аяқталғанға дейін тоқтатылды
said-nobody-weighs = бағалайтын ешкім жоқ: тарап файлдарын не --preset c6, cica, turkic, trade көрсетіңіз
said-nothing-to-weigh = бағалайтын ештеңе жоқ: сценарийлерді --scenarios арқылы көрсетіңіз; оларды { $command } көрсетеді
said-demand-empty = demand кестесі бос; салыстыруға тілектер керек
said-flow-empty = demand мен market кестелері бос; ағынға тілектер керек
said-simulate-empty = demand мен market кестелері бос; имитацияға келетін жүк керек
said-no-party = онда [[party]] жоқ; үлгісі docs/guides/round-table.md ішінде
said-voice-below = voice { $n } нөлден төмен болмауы керек
said-no-criterion = онда [[party.criterion]] жоқ
said-criterion-twice = { $name } өлшемі екі рет тұр
said-weights-one-way = әр өлшемге `points`, не әрқайсысына `rank`, не әрқайсысына `share` беріңіз, не мүлде бермеңіз
said-criterion-better = { $name } өлшемі: better = { $told } "more" не "less" болуы керек
said-criterion-shape = { $name } өлшемі: shape { $told } мыналардың бірі болуы керек: usual, u-shape, v-shape, level, linear, gaussian
said-criterion-finite = { $name } өлшемі: әр сан шекті болуы керек
said-criterion-ends = { $name } өлшемі: ең нашар { $worst } мәнінен ең жақсы { $best } мәніне қарай бағыты { $better } емес
said-criterion-thresholds = { $name } өлшемі: 0 <= indifference <= preference болуы керек
said-criterion-curve = { $name } өлшемі: қисық [0, 0]-ден [1, 1]-ге өседі
said-stands-too = ол { $file } ішінде де бар және өзгеше: біреуін қалдырыңыз
said-points-below = points нөлден төмен болмауы керек
said-one-needs-points = кемінде бір өлшемге points керек
said-interval-ends = аралық 0 мен 1 арасында төменгіден жоғарғыға жүруі керек
said-intervals-reach = салмақтардың қосындысы 1, ал аралықтар { $low } – { $high } ғана қамтиды; кейбірін кеңейтіңіз
said-cannot-rank = { $n } сценарийді реттеуге болмайды; кемінде екеуін атаңыз
said-table-gaps = кестеде бос орындар бар: әр сценарийге әр өлшем бойынша бір ұяшық керек
said-salt-short = salt кемінде ешкім таба алмайтын 16 таңба болуы керек
said-sealed-already = оның салмақтары мөрленіп қойған
said-salt-untold = салмақтар айтылған, бірақ мөрді ашатын salt жоқ
said-seal-other = салмақтар мен salt бұрын айтылған { $hash } хэшін бермейді
said-no-field = { $table } кестесінде { $field } өрісі жоқ
said-not-open-there = { $place } кестелерде { $status } күйінде тұр ({ $from } – { $to }) және { $day } күні ашық емес; басқа күнді сұраңыз не оны ашатын сценариймен сұраңыз
said-no-questions = { $name } деген сұрақ жоқ: дәлізде сұрақтары бар зерттеу жоқ
said-no-question = зерттеуде { $name } деген сұрақ жоқ; бары: { $list }
said-spread = --spread нөлден үлкен сан
said-calibrate-why = калибрлеу: { $why }
said-no-parameter = { $name }: мұндай параметр жоқ; оны table:id.field деп жазыңыз
said-is-no-number = { $name }: бұл сан емес
said-cannot-be-free = { $name }: дәйексөзінде төменгі және жоғарғы шек жоқ, сондықтан оны босатуға болмайды
said-moves-already = { $name }: ол онсыз да жылжиды
said-no-row-moves = осы жылдардың бірде-бір сұраныс жолының дәйексөзінде төменгі және жоғарғы шек жоқ
said-study-place = study.toml, { $place }: { $why }
said-no-rate-of = fx кестесінде { $currency } бағамы жоқ; бюджетті USD-мен беріңіз
said-no-flights = кестелерде екі түркі мемлекеті арасында рейстер жоқ
said-no-sum = --budget { $told } – сома емес; "1e9 KZT" деп жазыңыз
said-no-floor = --floor { $told } 0 мен 1 арасында емес
said-three-numbers = { $told }: бір сан не low,middle,high деп үшеуін жазыңыз
said-name-a-base = негіз бен салыстыратын кемінде бір сценарийді атаңыз: { $command }
said-ranges-one = --ranges 1: төменгі және жоғарғы шекке кемінде 2 іріктеме керек
said-ranges-for = --ranges тек least-cost пен max-throughput үшін; choice үшін --spread 5 және 20 мәндерімен сұраңыз
said-steps-alone = --steps ең аз құнды қайта есептейді және басқа --method-пен жүрмейді
said-at-least = --at-least { $told }: LIMIT=AMOUNT деп жазыңыз, шектеу жауаптағыдай аталады
said-no-months = күнтізбеде { $year } жылдан бастап { $months } ай жоқ
said-unknown-subject = { $name } деген қатынас, учаске, орын, оператор не ел жоқ; table:id не екі әріптік ел кодын жазыңыз
said-more-faults = ... және тағы { $count }; барлығын { $command } тізеді
said-two-scenarios = екі сценарий { $name } деп аталады
said-under-way-name = жөнелтілген, соңында қабылданбаған контейнерлік пойыздар
said-file-csv = { $file }.csv: { $why }
said-nothing-comes = demand, market және stock кестелерінде { $first } – { $last } аралығында қозғалатын ештеңе жоқ; оларда бар жылды сұраңыз
said-containers-carried = тасымалданған контейнерлер
said-generalised-cost = жалпылама шығын
said-emissions = шығарындылар
said-unit-kg-co2e = кг CO2-экв.
said-weighed-outside = сыртқа кеткен не қалған салмақты жүк
said-use-calibrate = калибрлеу
said-use-validate = тек тексеру

## How a flow was found, and why something is left.
said-come-back = Транзиттік сұраныстың контейнерлері мен вагондары керек жеріне бос қайтару бағасымен қайтады; вагонның теміржолмен қайтуы жүк бағасына кіреді. Фондық тасымал саналғандай тұр.
said-may-wait = Кестелерде қоймасы бар жерде жүк бір айдан келесісіне күте алады: { $carried } – ай соңында сонда жатқаны; жыл соңынан ештеңе өтпейді.
said-choice-odds = Таңдау: жол ең арзанынан { $percent } % қымбаттағанда, таңдалу мүмкіндігі e есе азаяды (болжам: дереккөз жоқ; --spread өзгертеді); жолдың көлемі – негіз бағасында келетіні, сондықтан баға түссе, сұралғаннан көп тасымалдануы мүмкін; қалғаны осы кестелерде жоқ жолмен басқа жаққа кетеді.
said-only-outside = дәліздің ешбір жолы онда апармайды, тек сыртқы жолы апарады, ал таңдау оны басқа жаққа қалдырады
said-go-elsewhere = { $percent } % басқа жаққа кетеді: { $why }
said-dearer-than-base = оның ең арзан жолы негіздегіден { $percent } % қымбат
said-limits-priced = аталған шектеулердің бағасы бар
said-nothing-left-of = фондық тасымал басқа жолдарында { $limits } шектеуінен ештеңе қалдырмаған
said-delivered = { $market }, жеткізумен, { $unit } үшін АҚШ доллары, уақытымен: { $each }: ең аз шығында ең арзаны азғантай арзан болса да, алатынын түгел алады; { $method } тәсілі айырмаға қарай бөледі.
said-equilibrium-how = Тепе-теңдік: { $whose }; шектеудің бағасы – { $price }, ал шектеу барынан артық пайдаланылуы мүмкін. Күту – кезеңдегі кезек бойынша (Akcelik 1991), қызмет көрсету кестедегідей біркелкі (J = { $j }, болжам), әр бірлік құны – пайдаланушылар жүгінің бір сағатта жоғалтатыны. Жолдардың сағаттары күтусіз. Фондық тасымал ең аз шығын жолдарында қалады; кемелер ең аз шығын жауабындағыдай жиі, ал флоттың уақыты болса, одан да жиі жүзеді.
said-whose-user = әркім өзіне ең тиімді жолды алады
said-whose-system = жолдар – бәріне бірге ең тиімділері
said-price-user = оның бір бірлігін күтудің алушыға құны
said-price-system = оның бір бірлігін алудың басқалардың ұзақ күтуі арқылы бәріне құны
said-nothing-there = Бұлардан ештеңе жоқ, күту оларды ашпайды: { $limits }.
said-range-not-found = оның аралығы табылмады: { $why }
said-no-limit = кезеңде { $limit } шектеуі жоқ; ағын жауабы оларды тізеді
said-method-equilibrium = тепе-теңдік
said-method-system = жүйелік оңтайлылық
