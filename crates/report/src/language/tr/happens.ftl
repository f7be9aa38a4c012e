# Gün gün ne olur ve o günlerde ne gözlendi.
happens-title = Ne olur: { $first } - { $last }
happens-asked = { $count ->
    [one] { $count } tekrar
   *[other] { $count } tekrar
  }, tohum { $seed }
happens-fans = Ne kadar sürer
happens-fans-key = Sağa uzaklık, yukarı günler; çizgi - partilerin yarısı, bant - onda sekizi.
happens-fan = { $from } - { $to }, { $cargo }, { $tonnes } t ({ $row })
happens-eight-in-ten = ; on partiden sekizi { $low } ile { $high } gün arası
happens-in-time = ; zamanında { $share }
happens-queues = Nerede sıra beklerler
happens-queues-key = Her haftanın ortalaması; bant - on tekrarın dokuzu.
happens-queue = { $service }: { $place } - bekleyen sayısı
happens-unsettled = ; kuyruk durulmuyor, bu koşunun ötesinde ortalama yoktur
happens-storms = Fırtınalar
happens-storms-key = Havanın limanları kapattığı günler, ilk tekrar
happens-seen = Ne gözlendi, ne çıkıyor
happens-score = { $total } gözlemin { $hits } tanesi tuttu; önceki değer { $naives } gözlemin { $naive } tanesini tutardı. Bu günlerin { $others } gözlemini koşu göstermez.
happens-missed = Tutmayanlar nasıl alınır ve en olası nedenleri:
happens-no-tolerance = sınır verilmemiş
head-observation = gözlem
head-last-time = önce
chart-month = ay
chart-km = { $km } km
chart-ready = hazır
chart-aboard = gemide
chart-ashore = kıyıda
chart-arrived = vardı
chart-fan-mark = { $place }, { $deed }: { $km } km, { $days } ({ $low } - { $high })
chart-closed = { $region }: { $day }. günden başlayarak { $days } kapalı
