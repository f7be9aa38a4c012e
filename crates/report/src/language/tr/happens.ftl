# Gün gün ne olur ve o günlerde ne gözlendi.
happens-title = Ne olur: { $first } - { $last }
happens-fan = { $from } - { $to }, { $cargo }, { $tonnes } t ({ $row })
happens-seen = Ne gözlendi, ne çıkıyor
chart-ready = hazır
chart-aboard = gemide
chart-ashore = kıyıda
chart-arrived = vardı
chart-fan-mark = { $place }, { $deed }: { $km } km, { $days } ({ $low } - { $high })
