# What the command says.
sources-hang-on = Жауаптар неге байланысты, төменгіден жоғарғыға:
sources-broken = бұзылған: { $what }
explain-method = тәсіл: { $method }
explain-uncited = жоқ: бұл көрсеткіштің дереккөзі көрсетілмеген
explain-range = белгілі дәлдігі: { $range }
explain-otherwise = басқаша айтады
error = қате: { $what }
wrote = жазылды: { $file }
read-as = ескерту: { $asked } – { $meant } ({ $id }) деп оқылды
check-kept = { $tables } кестенің { $rows } жолы барлық { $rules } ережеге сай
check-faults = { $count } қате
check-english = Кесте қателері кестелер тілінде – ағылшынша айтылады.
study-counts = орын { $places }, учаске { $links }, көрсеткіш { $figures }, дереккөз { $sources }; { $assumed } көрсеткіш – болжам, { $proxy } – ұқсастықпен алынған
study-line = { $usd } АҚШ долл. бастап ({ $range }), { $time } бастап
study-no-way = маршрут жоқ: { $reason }
study-sourced = дереккөзден не есептелген, ықпалы бойынша: { $share }
study-report = есеп: { $file }
head-scenario = сценарий
head-day = күн
head-changes = өзгерістер
head-table = кесте
head-field = өріс
head-before = бұрын
head-after = кейін
scenario-speaks = күні: { $day }; дереккөздер: { $list }
mcp-serving = осы компьютердегі көмекшілерге { $url } ашық; тоқтату: Ctrl-C
explain-nothing = { $what } жауапты өзгерте алатын көрсеткіші жоқ
head-why-changed = себебі
route-waits = ескерту: { $stops } аялдамадағы күту { $first } мен { $last } аралығын имитациялаудан алынды
route-waits-observed = { $stops ->
    [0] ескерту: кестелерде байқалған күту жоқ; күтілетін мәндер қалады
   *[other] ескерту: { $stops } аялдама мен шекарадағы күту байқау бойынша алынады, егер жөнелту күніне дейін байқалған болса; басқа жерде күтілетін мәндер қалады
}
word-or = не
our-fault = қате: бұл – сіздің емес, біздің қатеміз: { $what }
our-fault-report = Терген әміріңізбен бірге хабарлауыңызды сұраймыз.
our-fault-no-details = толығырақ дерек жоқ
