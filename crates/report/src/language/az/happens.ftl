# Gündən-günə nə baş verdi və həmin günlərdə nə müşahidə olundu.
happens-title = Nə baş verir: { $first } - { $last }
happens-asked = { $count ->
    [one] { $count } təkrar
   *[other] { $count } təkrar
  }, toxum { $seed }
happens-fans = Nə qədər vaxt aparır
happens-fans-key = Sağa məsafə, yuxarı günlər; xətt - partiyaların yarısı, zolaq - onda səkkizi.
happens-fan = { $from } - { $to }, { $cargo }, { $tonnes } t ({ $row })
happens-eight-in-ten = ; on partiyadan səkkizi { $low } gündən { $high } günədək
happens-in-time = ; vaxtında { $share }
happens-queues = Harada növbə gözləyirlər
happens-queues-key = Hər həftənin ortası; zolaq - on təkrardan doqquzu.
happens-queue = { $service }: { $place } - gözləyənlərin sayı
happens-unsettled = ; növbə sabitləşmir, bu hesablamadan kənarda orta qiymət yoxdur
happens-storms = Fırtınalar
happens-storms-key = Havanın limanları bağladığı günlər, birinci təkrar
happens-seen = Nə müşahidə olundu və hesablama nə verir
happens-score = { $total } müşahidədən { $hits } uyğun gəldi; əvvəlki qiymət { $naives } müşahidədən { $naive } üçün uyğun gələrdi. Bu günlərin { $others } müşahidəsini hesablama göstərmir.
happens-missed = Uyğun gəlməyənlər necə götürülür və çox güman ki, səbəbi nədir:
happens-no-tolerance = hədd verilməyib
head-observation = müşahidə
head-last-time = əvvəl
chart-month = ay
chart-km = { $km } km
chart-ready = hazır
chart-aboard = gəmidə
chart-ashore = sahildə
chart-arrived = çatdı
chart-fan-mark = { $place }, { $deed }: { $km } km, { $days } ({ $low } - { $high })
chart-closed = { $region }: { $day }-ci gündən { $days } bağlı
