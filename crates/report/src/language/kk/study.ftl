# The report of a study, and where figures come from.
study-claims = Не айтылды және ол туралы не айтуға болады
study-claims-short = Не айтылды
study-contents = мазмұны
study-made-by = Жасаған пәрмен:
study-footer = Сомалар аталған баға жылдарындағы АҚШ долларымен берілген; ешбір төлем инфляцияға түзетілмеген. CO2-экв. – «ұңғымадан дөңгелекке». Уақытқа кезек кірмейді, егер жолда айтылмаса.
study-answered-in = Жауабы
study-stands-in = Қайда айтылған
study-other-sources = Осы туралы басқа дереккөздер
study-time-and-distance = Уақыт пен қашықтық, әрқайсысының ең арзан маршруты
study-every-way = Барлық тиімді маршруттар
study-variant = { $variant }: маршруттар мен құн есептері
count-places = орын
count-links = учаске
count-figures = дәйексөзі бар көрсеткіш
count-sources = дереккөз
count-assumed = болжам немесе ұқсастықпен алынған көрсеткіш

## Heads.
head-value = мәні
head-as-of = күні
head-source = дереккөз
head-cheapest-usd = ең арзан, АҚШ долл.
head-its-time = оның уақыты
head-fastest = ең жылдам
head-its-usd = оның АҚШ долл.
head-least-co2e = ең аз кг CO2-экв.
head-more = қосымша
head-group = топ
head-read = дереккөзден
head-computed = есептелген
head-proxy = ұқсастықпен
head-assumed = болжам
head-uncited = дереккөзсіз
head-weight = жауаптардағы салмағы
head-sourced = дереккөзден не есептелген, салмақпен
head-figure = көрсеткіш
head-method = тәсіл
head-moves-all = барлық жауапты өзгертеді
head-moves-most = ең көп өзгертетіні
head-why = неге және дереккөздер

## Sources.
sources-title = Көрсеткіштер неге сүйенеді
sources-lead = Осы зерттеу жауаптарына ықпалымен өлшегенде, көрсеткіштердің { $share } дереккөзден алынған не дереккөздерден есептелген; қалғаны ұқсастықпен алынған немесе болжам, әрқайсысының аралығы мен себебі бар.
sources-stale = Қолданыстағы { $count } дерек { $days } күннен ескі.
sources-unused = бір пайызға өсуі жауаптарды дерлік өзгертпейді
sources-first = Алдымен нені анықтау керек
sources-order = Көрсеткіштер төменгі шегінен жоғарғысына дейін жауаптарға ықпалының ретімен.
sources-written = Негіздемелер мен кестелер, дереккөздер мәтіндері жазылған тілінде берілген.

## Print.
print-folded = басып шығарғанда жиналған; осы файлда экранда тұр
print-hint = Басып шығару жиналған бөліктерді қалдырып, қайда тұрғанын айтады; ашылған бөлік басылады.
print-whole = Жиналған бөліктер де басылсын
