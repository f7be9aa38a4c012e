# Что происходит день за днём и что в эти дни наблюдалось.
happens-title = Что происходит: { $first } - { $last }
happens-asked = { $count ->
    [one] { $count } прогон
    [few] { $count } прогона
   *[other] { $count } прогонов
  }, зерно { $seed }
happens-fans = Сколько времени это занимает
happens-fans-key = Вправо расстояние, вверх дни; линия - половина партий, полоса - восемь из десяти.
happens-fan = { $from } - { $to }, { $cargo }, { $tonnes } т ({ $row })
happens-eight-in-ten = ; восемь из десяти партий от { $low } до { $high } дня
happens-in-time = ; в срок { $share }
happens-queues = Где они ждут
happens-queues-key = Среднее каждой недели; полоса - девять прогонов из десяти.
happens-queue = { $service }: { $place } - сколько ожидает
happens-unsettled = ; очередь не устанавливается, среднего за пределами этого прогона нет
happens-storms = Штормы
happens-storms-key = Дни, когда погода закрывает порты, первый прогон
happens-seen = Что наблюдалось и что получается
happens-score = Попаданий { $hits } из { $total } наблюдений; прежнее значение попало бы в { $naive } из { $naives }. { $others } наблюдений этих дней прогон не показывает.
happens-missed = Как взяты промахи и чем они вероятнее всего вызваны:
happens-no-tolerance = допуск не задан
head-observation = наблюдение
head-last-time = прежде
chart-month = месяц
chart-km = { $km } км
chart-ready = готов
chart-aboard = на борту
chart-ashore = на берегу
chart-arrived = прибыл
chart-fan-mark = { $place }, { $deed }: { $km } км, { $days } (от { $low } до { $high })
chart-closed = { $region }: закрыто { $days } с { $day }-го дня
