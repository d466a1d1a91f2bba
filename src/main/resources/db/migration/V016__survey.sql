-- Questionnaires as versioned data and anonymous surveys (DOMAIN 6; form rows F12, F13).

-- A line of questionnaires is an audience and a wave; the curator's has no wave. A draft may be edited, a published version is frozen.
create table questionnaire (
  id            bigint        not null default nextval('portal_id'),
  audience      varchar(8)    not null,
  wave          smallint,
  number        integer       not null,
  title         varchar(300)  not null,
  instruction   varchar(1000) not null,
  -- «Сверьте с официальным текстом»: the wording was reconstructed.
  unverified    boolean       not null,
  method        varchar(10),
  threshold     smallint,
  key_item      bigint,
  published_on  date,
  version       integer       not null default 0,
  constraint questionnaire_pk primary key (id),
  constraint questionnaire_of_line unique (id, audience, wave),
  constraint questionnaire_audience_known check (audience in ('MENTEE', 'MENTOR', 'CURATOR')),
  constraint questionnaire_wave_of_audience check ((audience = 'CURATOR') = (wave is null)),
  constraint questionnaire_wave_known check (wave in (1, 2)),
  constraint questionnaire_number_positive check (number > 0),
  constraint questionnaire_number_unique unique nulls not distinct (audience, wave, number),
  -- Only what is asked afterwards measures satisfaction.
  constraint questionnaire_method_of_wave check (coalesce(wave, 0) = 2 or num_nonnulls(method, threshold, key_item) = 0),
  constraint questionnaire_method_known check (method in ('KEY_ITEM', 'MEAN')),
  constraint questionnaire_threshold_on_scale check (threshold between 1 and 10),
  constraint questionnaire_method_whole check (published_on is null or coalesce(wave, 0) <> 2
    or (method is not null and threshold is not null and (method = 'KEY_ITEM') = (key_item is not null)))
);
create unique index questionnaire_one_draft on questionnaire (audience, wave) nulls not distinct where published_on is null;

create table questionnaire_item (
  questionnaire_id bigint        not null,
  id               bigint        not null default nextval('portal_id'),
  position         integer       not null,
  kind             varchar(10)   not null,
  words            varchar(1000) not null,
  scale_min        smallint,
  scale_max        smallint,
  options          text[],
  -- The question of the other wave that asks for the same bears the same word.
  pair             varchar(40),
  version          integer       not null default 0,
  constraint questionnaire_item_pk primary key (questionnaire_id, id),
  constraint questionnaire_item_questionnaire_fk foreign key (questionnaire_id) references questionnaire (id),
  constraint questionnaire_item_position_unique unique (questionnaire_id, position) deferrable initially deferred,
  constraint questionnaire_item_position_positive check (position > 0),
  constraint questionnaire_item_pair_unique unique (questionnaire_id, pair),
  constraint questionnaire_item_kind_known check (kind in ('YES_NO', 'SCALE', 'OPEN', 'CHOICE')),
  constraint questionnaire_item_scale check ((kind = 'SCALE') = (num_nonnulls(scale_min, scale_max) = 2)
    and num_nonnulls(scale_min, scale_max) <> 1 and scale_min < scale_max and scale_min >= 0 and scale_max <= 10),
  constraint questionnaire_item_options check ((kind = 'CHOICE') = (options is not null) and cardinality(options) between 2 and 20)
);
alter table questionnaire add constraint questionnaire_key_item_fk foreign key (id, key_item)
  references questionnaire_item (questionnaire_id, id) deferrable initially deferred;

-- What was published never changes, but for the note that somebody has compared its wording with the official one.
create function questionnaire_stays() returns trigger language plpgsql as $$
begin
  if old.published_on is not null and (tg_op = 'DELETE'
      or (new.id, new.audience, new.wave, new.number, new.title, new.instruction, new.method, new.threshold, new.key_item, new.published_on)
         is distinct from (old.id, old.audience, old.wave, old.number, old.title, old.instruction, old.method, old.threshold, old.key_item,
                           old.published_on)) then
    raise exception 'a published questionnaire is frozen' using errcode = 'restrict_violation', constraint = 'questionnaire_frozen';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if old.published_on is null and new.published_on is not null then
    if not exists (select from questionnaire_item i where i.questionnaire_id = new.id) then
      raise exception 'a questionnaire without questions' using errcode = 'check_violation', constraint = 'questionnaire_has_questions';
    end if;
    if new.method = 'KEY_ITEM' and new.key_item is not null and not exists (select from questionnaire_item i where i.questionnaire_id = new.id and i.id = new.key_item
        and i.kind = 'SCALE' and i.scale_min = 1 and i.scale_max = 10)
       or new.method = 'MEAN' and not exists (select from questionnaire_item i where i.questionnaire_id = new.id
        and i.kind = 'SCALE' and i.scale_min = 1 and i.scale_max = 10) then
      raise exception 'nothing to measure satisfaction by' using errcode = 'check_violation', constraint = 'questionnaire_key_on_scale';
    end if;
  end if;
  return new;
end $$;
create trigger questionnaire_stays before update or delete on questionnaire for each row execute function questionnaire_stays();

create function questionnaire_item_stays() returns trigger language plpgsql as $$
begin
  if exists (select from questionnaire q where q.published_on is not null
              and (tg_op <> 'INSERT' and q.id = old.questionnaire_id or tg_op <> 'DELETE' and q.id = new.questionnaire_id)) then
    raise exception 'the questions of a published questionnaire are frozen' using errcode = 'restrict_violation', constraint = 'questionnaire_frozen';
  end if;
  return coalesce(new, old);
end $$;
create trigger questionnaire_item_stays before insert or update or delete on questionnaire_item
  for each row execute function questionnaire_item_stays();

-- Version 1 of each line is a reconstruction (приложение 2 of the letter МР-42/02 of 23.01.2020).
insert into questionnaire (id, audience, wave, number, title, instruction, unverified) values
  (1, 'MENTEE', 1, 1, 'Форма «учитель – учитель». Анкета наставляемого, первый этап (до начала работы)',
    'Оцените в баллах от 1 до 10, где 1 – самый низший балл, а 10 – самый высокий', true),
  (2, 'MENTOR', 1, 1, 'Форма «учитель – учитель». Анкета наставника, первый этап (до начала работы)',
    'Оцените в баллах от 1 до 10, где 1 – самый низший балл, а 10 – самый высокий', true),
  (3, 'MENTEE', 2, 1, 'Форма «учитель – учитель». Анкета наставляемого, второй этап (по завершении работы)',
    'Оцените в баллах от 1 до 10, где 1 – самый низший балл, а 10 – самый высокий', true),
  (4, 'MENTOR', 2, 1, 'Форма «учитель – учитель». Анкета наставника, второй этап (по завершении работы)',
    'Оцените в баллах от 1 до 10, где 1 – самый низший балл, а 10 – самый высокий', true),
  (5, 'CURATOR', null, 1, 'Анкета куратора (Раздел 2.4 Приложения 2). Оценка программы наставничества в организации',
    'Оцените каждый показатель: 2 / 1 / 0', true);

insert into questionnaire_item (questionnaire_id, id, position, kind, words, scale_min, scale_max, options, pair) values
  (1, 1, 1, 'YES_NO', 'Сталкивались ли Вы раньше с программой наставничества?',
    null, null, null, 'experience'),
  (1, 2, 2, 'OPEN', 'Если да, то где?',
    null, null, null, null),
  (1, 3, 3, 'SCALE', 'Ожидаемая эффективность программы наставничества',
    1, 10, null, 'efficiency'),
  (1, 4, 4, 'SCALE', 'Ожидаемый уровень комфорта при участии в программе наставничества?',
    1, 10, null, 'comfort'),
  (1, 5, 5, 'SCALE', 'Ожидаемое качество организационных мероприятий (знакомство с коллективом, рабочим местом, должностными обязанностями и квалификационными требованиями)',
    1, 10, null, 'introduction'),
  (1, 6, 6, 'SCALE', 'Ожидаемая полезность программы профессиональной и должностной адаптации',
    1, 10, null, 'adaptation'),
  (1, 7, 7, 'SCALE', 'Ожидаемая польза организованных для Вас мероприятий по развитию конкретных профессиональных навыков (посещение и ведение открытых уроков, семинары, вебинары, участие в конкурсах)',
    1, 10, null, 'skills'),
  (1, 8, 8, 'SCALE', 'Ожидаемое качество передачи Вам необходимых теоретических знаний',
    1, 10, null, 'theory'),
  (1, 9, 9, 'SCALE', 'Ожидаемое качество передачи Вам необходимых практических навыков',
    1, 10, null, 'practice'),
  (1, 10, 10, 'SCALE', 'Ожидаемое качество программы профессиональной адаптации',
    1, 10, null, 'programme'),
  (1, 11, 11, 'SCALE', 'Насколько Вам важно ощущение поддержки наставника?',
    1, 10, null, 'support'),
  (1, 12, 12, 'SCALE', 'Насколько Вам важно, чтобы Вы остались довольны совместной работой?',
    1, 10, null, 'satisfaction'),
  (1, 13, 13, 'OPEN', 'Что Вы ожидаете от программы и своей роли?',
    null, null, null, 'expectation'),
  (1, 14, 14, 'OPEN', 'Что особенно ценно для Вас в программе?',
    null, null, null, 'value'),
  (1, 15, 15, 'CHOICE', 'Как часто Вы ожидаете проведение мероприятий по развитию конкретных профессиональных навыков (посещение и ведение открытых уроков, семинары, вебинары, участие в конкурсах)?',
    null, null, array['Очень часто', 'Часто', 'Редко', '1–2 раза', 'Никогда'], 'frequency'),
  (1, 16, 16, 'YES_NO', 'Рады ли Вы, что участвуете в программе наставничества?',
    null, null, null, 'glad'),
  (2, 17, 1, 'YES_NO', 'Сталкивались ли Вы раньше с программой наставничества?',
    null, null, null, 'experience'),
  (2, 18, 2, 'OPEN', 'Если да, то где?',
    null, null, null, null),
  (2, 19, 3, 'SCALE', 'Ожидаемая эффективность программы наставничества',
    1, 10, null, 'efficiency'),
  (2, 20, 4, 'SCALE', 'Ожидаемый комфорт от работы в программе наставничества?',
    1, 10, null, 'comfort'),
  (2, 21, 5, 'SCALE', 'Насколько эффективно Вы сможете организовать мероприятия (знакомство с коллективом, рабочим местом, должностными обязанностями и квалификационными требованиями)',
    1, 10, null, 'introduction'),
  (2, 22, 6, 'SCALE', 'Ожидаемая эффективность программы профессиональной и должностной адаптации',
    1, 10, null, 'adaptation'),
  (2, 23, 7, 'SCALE', 'Как Вы думаете, как хорошо с Вашей помощью наставляемый овладеет необходимыми теоретическими знаниями?',
    1, 10, null, 'theory'),
  (2, 24, 8, 'SCALE', 'Как Вы думаете, как хорошо с Вашей помощью наставляемый овладеет необходимыми практическими навыками?',
    1, 10, null, 'practice'),
  (2, 25, 9, 'SCALE', 'Ожидаемое качество разработанной Вами программы профессиональной адаптации',
    1, 10, null, 'programme'),
  (2, 26, 10, 'SCALE', 'Ожидаемая включенность наставляемого в процесс',
    1, 10, null, 'involvement'),
  (2, 27, 11, 'SCALE', 'Ожидаемый уровень удовлетворения совместной работой',
    1, 10, null, 'satisfaction'),
  (2, 28, 12, 'OPEN', 'Что Вы ожидаете от программы и своей роли?',
    null, null, null, 'expectation'),
  (2, 29, 13, 'OPEN', 'Что особенно ценно для Вас в программе?',
    null, null, null, 'value'),
  (2, 30, 14, 'CHOICE', 'Как часто Вы собираетесь проводить мероприятия по развитию конкретных профессиональных навыков (посещение и ведение открытых уроков, семинары, вебинары, участие в конкурсах)?',
    null, null, array['Очень часто', 'Часто', 'Редко', '1–2 раза', 'Никогда'], 'frequency'),
  (2, 31, 15, 'YES_NO', 'Рады ли Вы, что участвуете в программе наставничества?',
    null, null, null, 'glad'),
  (3, 32, 1, 'YES_NO', 'Сталкивались ли Вы раньше с программой наставничества?',
    null, null, null, 'experience'),
  (3, 33, 2, 'OPEN', 'Если да, то где?',
    null, null, null, null),
  (3, 34, 3, 'SCALE', 'Эффективность программы наставничества',
    1, 10, null, 'efficiency'),
  (3, 35, 4, 'SCALE', 'Насколько комфортно было работать в программе наставничества?',
    1, 10, null, 'comfort'),
  (3, 36, 5, 'SCALE', 'Качество организационных мероприятий (знакомство с коллективом, рабочим местом, должностными обязанностями и квалификационными требованиями)',
    1, 10, null, 'introduction'),
  (3, 37, 6, 'SCALE', 'Полезность программы профессиональной и должностной адаптации',
    1, 10, null, 'adaptation'),
  (3, 38, 7, 'SCALE', 'Организованные для Вас мероприятия по развитию конкретных профессиональных навыков (посещение и ведение открытых уроков, семинары, вебинары, участие в конкурсах)',
    1, 10, null, 'skills'),
  (3, 39, 8, 'SCALE', 'Качество передачи Вам необходимых теоретических знаний',
    1, 10, null, 'theory'),
  (3, 40, 9, 'SCALE', 'Качество передачи Вам необходимых практических навыков',
    1, 10, null, 'practice'),
  (3, 41, 10, 'SCALE', 'Качество программы профессиональной адаптации',
    1, 10, null, 'programme'),
  (3, 42, 11, 'SCALE', 'Ощущение поддержки от наставника',
    1, 10, null, 'support'),
  (3, 43, 12, 'SCALE', 'Насколько Вы довольны вашей совместной работой?',
    1, 10, null, 'satisfaction'),
  (3, 44, 13, 'OPEN', 'Что Вы ожидали от программы и своей роли?',
    null, null, null, 'expectation'),
  (3, 45, 14, 'SCALE', 'Насколько оправдались Ваши ожидания?',
    1, 10, null, null),
  (3, 46, 15, 'OPEN', 'Что особенно ценно для Вас было в программе?',
    null, null, null, 'value'),
  (3, 47, 16, 'OPEN', 'Чего Вам не хватило в программе и/или что хотелось бы изменить?',
    null, null, null, null),
  (3, 48, 17, 'CHOICE', 'Как часто проводились мероприятия по развитию конкретных профессиональных навыков (посещение и ведение открытых уроков, семинары, вебинары, участие в конкурсах)?',
    null, null, array['Очень часто', 'Часто', 'Редко', '1–2 раза', 'Никогда'], 'frequency'),
  (3, 49, 18, 'YES_NO', 'Рады ли Вы, что участвовали в программе наставничества?',
    null, null, null, 'glad'),
  (3, 50, 19, 'YES_NO', 'Хотели бы Вы продолжить работу в программе наставничества?',
    null, null, null, null),
  (3, 51, 20, 'YES_NO', 'Видите ли Вы свое профессиональное развитие в данной образовательной организации в течение следующих 5 лет?',
    null, null, null, null),
  (3, 52, 21, 'YES_NO', 'Появилось ли у Вас желание более активно участвовать в культурной жизни образовательной организации?',
    null, null, null, null),
  (3, 53, 22, 'YES_NO', 'После общения с наставником почувствовали ли Вы прилив уверенности в собственных силах для развития личного, творческого и педагогического потенциалов?',
    null, null, null, null),
  (3, 54, 23, 'YES_NO', 'Заметили ли Вы рост успеваемости и улучшение поведения в подшефных Вам классах?',
    null, null, null, null),
  (3, 55, 24, 'YES_NO', 'Заметили ли Вы сокращение числа конфликтов с педагогическим и родительским сообществами благодаря программе наставничества?',
    null, null, null, null),
  (3, 56, 25, 'YES_NO', 'Появилось ли у Вас желание и/или силы реализовывать собственные профессиональные работы: статьи, исследования?',
    null, null, null, null),
  (3, 57, 26, 'YES_NO', 'Планируете ли Вы стать наставником в будущем и присоединиться к сообществу?',
    null, null, null, null),
  (4, 58, 1, 'YES_NO', 'Сталкивались ли Вы раньше с программой наставничества?',
    null, null, null, 'experience'),
  (4, 59, 2, 'OPEN', 'Если да, то где?',
    null, null, null, null),
  (4, 60, 3, 'SCALE', 'Эффективность программы наставничества',
    1, 10, null, 'efficiency'),
  (4, 61, 4, 'SCALE', 'Насколько комфортно было работать в программе наставничества?',
    1, 10, null, 'comfort'),
  (4, 62, 5, 'SCALE', 'Эффективность организации мероприятий (знакомство с коллективом, рабочим местом, должностными обязанностями и квалификационными требованиями)',
    1, 10, null, 'introduction'),
  (4, 63, 6, 'SCALE', 'Эффективность программы профессиональной и должностной адаптации',
    1, 10, null, 'adaptation'),
  (4, 64, 7, 'SCALE', 'Наставляемый овладел необходимыми теоретическими знаниями',
    1, 10, null, 'theory'),
  (4, 65, 8, 'SCALE', 'Наставляемый овладел необходимыми практическими навыками',
    1, 10, null, 'practice'),
  (4, 66, 9, 'SCALE', 'Качество программы профессиональной адаптации',
    1, 10, null, 'programme'),
  (4, 67, 10, 'SCALE', 'Включенность наставляемого в процесс',
    1, 10, null, 'involvement'),
  (4, 68, 11, 'SCALE', 'Насколько Вы довольны вашей совместной работой?',
    1, 10, null, 'satisfaction'),
  (4, 69, 12, 'OPEN', 'Что Вы ожидали от программы и своей роли?',
    null, null, null, 'expectation'),
  (4, 70, 13, 'SCALE', 'Насколько оправдались Ваши ожидания?',
    1, 10, null, null),
  (4, 71, 14, 'OPEN', 'Что особенно ценно для Вас было в программе?',
    null, null, null, 'value'),
  (4, 72, 15, 'OPEN', 'Чего Вам не хватило в программе и/или что хотелось бы изменить?',
    null, null, null, null),
  (4, 73, 16, 'CHOICE', 'Как часто проводились мероприятия по развитию конкретных профессиональных навыков (посещение и ведение открытых уроков, семинары, вебинары, участие в конкурсах)?',
    null, null, array['Очень часто', 'Часто', 'Редко', '1–2 раза', 'Никогда'], 'frequency'),
  (4, 74, 17, 'YES_NO', 'Рады ли Вы, что участвовали в программе наставничества?',
    null, null, null, 'glad'),
  (4, 75, 18, 'YES_NO', 'Понравилось ли Вам работать наставником?',
    null, null, null, null),
  (4, 76, 19, 'YES_NO', 'Хотели бы Вы продолжить работу в программе наставничества?',
    null, null, null, null),
  (4, 77, 20, 'YES_NO', 'Видите ли Вы свое профессиональное развитие в данной образовательной организации в течение следующих 5 лет?',
    null, null, null, null),
  (4, 78, 21, 'YES_NO', 'Появилось ли у Вас желание более активно участвовать в культурной жизни образовательной организации?',
    null, null, null, null),
  (4, 79, 22, 'YES_NO', 'Заметили ли Вы рост успеваемости и улучшение поведения в подшефных Вам классах?',
    null, null, null, null),
  (4, 80, 23, 'YES_NO', 'Заметили ли Вы сокращение числа конфликтов с педагогическим и родительским сообществами благодаря программе наставничества?',
    null, null, null, null),
  (4, 81, 24, 'YES_NO', 'Появилось ли у Вас желание и/или силы реализовывать собственные профессиональные работы: статьи, исследования?',
    null, null, null, null),
  (5, 82, 1, 'SCALE', 'Соответствие наставнической деятельности цели и задачам, по которым она осуществляется',
    0, 2, null, null),
  (5, 83, 2, 'SCALE', 'Соответствие организации наставнической деятельности принципам, заложенным в Методологии (целевой модели)',
    0, 2, null, null),
  (5, 84, 3, 'SCALE', 'Соответствие наставнической деятельности современным подходам и технологиям',
    0, 2, null, null),
  (5, 85, 4, 'SCALE', 'Наличие комфортного психологического климата в организации',
    0, 2, null, null),
  (5, 86, 5, 'SCALE', 'Логичность деятельности наставника, понимание им ситуации наставляемого и правильность выбора основного направления взаимодействия',
    0, 2, null, null),
  (5, 87, 6, 'SCALE', 'Степень удовлетворенности всех участников наставнической деятельности',
    0, 2, null, null),
  (5, 88, 7, 'SCALE', 'Уровень удовлетворенности партнеров от взаимодействия в наставнической деятельности',
    0, 2, null, null),
  (5, 89, 8, 'SCALE', 'Активность и заинтересованность наставляемых в участии в мероприятиях, связанных с наставнической деятельностью',
    0, 2, null, null),
  (5, 90, 9, 'SCALE', 'Степень применения наставляемыми полученных от наставника знаний, умений и опыта в профессиональных (учебных, жизненных) ситуациях, активная гражданская позиция',
    0, 2, null, null);

update questionnaire set method = 'KEY_ITEM', threshold = 7, key_item = 43 where id = 3;
update questionnaire set method = 'KEY_ITEM', threshold = 7, key_item = 68 where id = 4;
-- ◆ The versions that the portal began with bear the date of the letter.
update questionnaire set published_on = date '2020-01-23';

-- A survey of the city: who is asked, when, and by which versions.
create table survey (
  id                   bigint       not null default nextval('portal_id'),
  title                varchar(300) not null,
  academic_year        smallint     not null,
  wave                 smallint     not null,
  opens_on             date         not null,
  -- The last day of it.
  closes_on            date         not null,
  -- The day on which a methodologist closed it by hand.
  closed_early_on      date,
  -- From this day on it is closed; what was begun before is accepted until this day is over.
  closed_on            date         not null generated always as (coalesce(closed_early_on, closes_on + 1)) stored,
  scope                varchar(10)  not null,
  kind                 varchar(12),
  mentee_questionnaire bigint       not null,
  mentor_questionnaire bigint       not null,
  mentee_audience      varchar(8)   not null generated always as ('MENTEE') stored,
  mentor_audience      varchar(8)   not null generated always as ('MENTOR') stored,
  annulled_on          date,
  annulment_reason     varchar(500),
  version              integer      not null default 0,
  constraint survey_pk primary key (id),
  constraint survey_mentee_questionnaire_fk foreign key (mentee_questionnaire, mentee_audience, wave) references questionnaire (id, audience, wave),
  constraint survey_mentor_questionnaire_fk foreign key (mentor_questionnaire, mentor_audience, wave) references questionnaire (id, audience, wave),
  constraint survey_wave_known check (wave in (1, 2)),
  constraint survey_year_plausible check (academic_year between 2000 and 2098),
  constraint survey_period check (closes_on >= opens_on),
  constraint survey_closed_early_within check (closed_early_on between opens_on and closes_on),
  constraint survey_scope_known check (scope in ('ALL', 'KIND', 'LISTED')),
  constraint survey_kind_of_scope check ((scope = 'KIND') = (kind is not null)),
  constraint survey_kind_known check (kind in ('GENERAL', 'PRESCHOOL', 'ADDITIONAL')),
  constraint survey_annulled_with_reason check ((annulled_on is null) = (annulment_reason is null))
);
create index survey_of_mentee_questionnaire on survey (mentee_questionnaire);
create index survey_of_mentor_questionnaire on survey (mentor_questionnaire);
create index survey_of_year on survey (academic_year, wave);

-- A survey asks by published questionnaires only, and by the same from beginning to end.
create function survey_asks_what_is_published() returns trigger language plpgsql as $$
begin
  if exists (select from questionnaire q where q.id in (new.mentee_questionnaire, new.mentor_questionnaire) and q.published_on is null)
     or tg_op = 'UPDATE' and (new.mentee_questionnaire, new.mentor_questionnaire, new.wave)
        is distinct from (old.mentee_questionnaire, old.mentor_questionnaire, old.wave) then
    raise exception 'not a published questionnaire' using errcode = 'check_violation', constraint = 'survey_questionnaire_published';
  end if;
  return new;
end $$;
create trigger survey_asks_what_is_published before insert or update on survey for each row execute function survey_asks_what_is_published();

create table survey_organisation (
  organisation_id bigint not null,
  survey_id       bigint not null,
  constraint survey_organisation_pk primary key (organisation_id, survey_id),
  constraint survey_organisation_organisation_fk foreign key (organisation_id) references organisation (id),
  constraint survey_organisation_survey_fk foreign key (survey_id) references survey (id)
);
create index survey_organisation_of_survey on survey_organisation (survey_id);

-- One for each mentor and mentee. It knows only that it was used, and not when.
-- ◆ The link is kept readable, for the curator must be able to print it again; it lets somebody fill in one questionnaire and nothing else.
create table survey_invitation (
  organisation_id bigint      not null,
  id              bigint      not null default nextval('portal_id'),
  survey_id       bigint      not null,
  audience        varchar(8)  not null,
  participant_id  bigint      not null,
  token           varchar(43) not null,
  used            boolean     not null default false,
  reminded_on     date,
  cancelled_on    date,
  constraint survey_invitation_pk primary key (organisation_id, id),
  constraint survey_invitation_token_unique unique (organisation_id, token),
  constraint survey_invitation_once unique (organisation_id, survey_id, audience, participant_id),
  constraint survey_invitation_survey_fk foreign key (organisation_id, survey_id) references survey_organisation (organisation_id, survey_id),
  constraint survey_invitation_participant_fk foreign key (organisation_id, participant_id) references participant (organisation_id, id),
  constraint survey_invitation_audience_known check (audience in ('MENTEE', 'MENTOR')),
  constraint survey_invitation_token_form check (token ~ '^[A-Za-z0-9_-]{43}$'),
  constraint survey_invitation_used_or_cancelled check (not used or cancelled_on is null)
);
create index survey_invitation_by_token on survey_invitation (token);

-- What is not sent yet. It goes when it is sent, or when the survey is over.
create table survey_draft (
  organisation_id bigint   not null,
  invitation_id   bigint   not null,
  answers         jsonb    not null default '{}',
  step            smallint not null default 1,
  begun_on        date     not null,
  constraint survey_draft_pk primary key (organisation_id, invitation_id),
  constraint survey_draft_invitation_fk foreign key (organisation_id, invitation_id) references survey_invitation (organisation_id, id),
  constraint survey_draft_step_positive check (step > 0)
);

-- What was sent. Nothing leads from here to an invitation: no key, no time of day, an identifier by chance.
create table survey_response (
  organisation_id  bigint     not null,
  id               uuid       not null default gen_random_uuid(),
  survey_id        bigint     not null,
  audience         varchar(8) not null,
  questionnaire_id bigint     not null,
  answered_on      date       not null,
  answers          jsonb      not null,
  -- By the method of the version; only the second wave measures it.
  satisfied        boolean,
  constraint survey_response_pk primary key (organisation_id, id),
  constraint survey_response_survey_fk foreign key (organisation_id, survey_id) references survey_organisation (organisation_id, survey_id),
  constraint survey_response_audience_known check (audience in ('MENTEE', 'MENTOR'))
);
create index survey_response_of_survey on survey_response (organisation_id, survey_id, audience);

-- Paper: the curator counts the sheets and keeps the protocol; instead of links, never beside them.
create table survey_tally (
  organisation_id  bigint     not null,
  id               bigint     not null default nextval('portal_id'),
  survey_id        bigint     not null,
  audience         varchar(8) not null,
  asked            integer    not null,
  answered         integer    not null,
  -- Only the second wave measures it.
  satisfied        integer,
  counted_on       date       not null,
  protocol_file_id bigint     not null,
  annulled_on      date,
  annulment_reason varchar(500),
  version          integer    not null default 0,
  constraint survey_tally_pk primary key (organisation_id, id),
  constraint survey_tally_survey_fk foreign key (organisation_id, survey_id) references survey_organisation (organisation_id, survey_id),
  constraint survey_tally_protocol_fk foreign key (organisation_id, protocol_file_id) references stored_file (organisation_id, id),
  constraint survey_tally_audience_known check (audience in ('MENTEE', 'MENTOR')),
  constraint survey_tally_asked check (asked between 1 and 2000),
  constraint survey_tally_answered check (answered between 1 and asked),
  constraint survey_tally_satisfied check (satisfied between 0 and answered),
  constraint survey_tally_annulled_with_reason check ((annulled_on is null) = (annulment_reason is null))
);
create unique index survey_tally_one on survey_tally (organisation_id, survey_id, audience) where annulled_on is null;

-- Answers that the version knows: each to a question of it, on its scale, among its options, of at most 5 000 letters.
create function answers_fit(the_questionnaire bigint, answers jsonb) returns boolean
  language sql stable
  return jsonb_typeof(answers) = 'object' and not exists (
    select from jsonb_each(case jsonb_typeof(answers) when 'object' then answers else '{}' end) a (item, value)
      left join questionnaire_item i on i.questionnaire_id = the_questionnaire and i.id::text = a.item
     where not coalesce(case i.kind
       when 'YES_NO' then jsonb_typeof(a.value) = 'boolean'
       when 'SCALE' then case when a.value::text ~ '^\d{1,2}$' then a.value::text::int between i.scale_min and i.scale_max end
       when 'CHOICE' then case when a.value::text ~ '^\d{1,2}$' then a.value::text::int between 1 and cardinality(i.options) end
       when 'OPEN' then jsonb_typeof(a.value) = 'string' and char_length(a.value #>> '{}') between 1 and 5000 end, false));

create function survey_draft_fits() returns trigger language plpgsql as $$
begin
  if not answers_fit((select (case i.audience when 'MENTEE' then s.mentee_questionnaire else s.mentor_questionnaire end)
                        from survey_invitation i join survey s on s.id = i.survey_id
                       where i.organisation_id = new.organisation_id and i.id = new.invitation_id), new.answers) then
    raise exception 'answers to another questionnaire' using errcode = 'check_violation', constraint = 'survey_draft_fits';
  end if;
  return new;
end $$;
create trigger survey_draft_fits before insert or update on survey_draft for each row execute function survey_draft_fits();

-- DOMAIN 6, ◆ satisfied: the key question's answer, or the mean of all answers on the scale from 1 to 10, reaches the threshold.
-- Nothing where the version does not measure it, or nothing was said that it measures by.
create function is_satisfied(the_questionnaire bigint, answers jsonb) returns boolean
  language sql stable
  return (select case q.method
                   when 'KEY_ITEM' then (answers ->> q.key_item::text)::int >= q.threshold
                   when 'MEAN' then (select avg((answers ->> i.id::text)::int) from questionnaire_item i
                                      where i.questionnaire_id = q.id and i.kind = 'SCALE' and i.scale_min = 1 and i.scale_max = 10) >= q.threshold end
            from questionnaire q where q.id = the_questionnaire);

create function survey_response_fits() returns trigger language plpgsql as $$
declare
  its survey;
begin
  select * into its from survey where id = new.survey_id;
  if new.questionnaire_id <> (case new.audience when 'MENTEE' then its.mentee_questionnaire else its.mentor_questionnaire end)
     or not answers_fit(new.questionnaire_id, new.answers) then
    raise exception 'answers to another questionnaire' using errcode = 'check_violation', constraint = 'survey_response_fits';
  end if;
  new.satisfied := is_satisfied(new.questionnaire_id, new.answers);
  if its.wave = 2 and new.satisfied is null then
    raise exception 'nothing to measure satisfaction by' using errcode = 'check_violation', constraint = 'survey_response_measures';
  end if;
  if exists (select from survey_tally t where t.organisation_id = new.organisation_id and t.survey_id = new.survey_id
              and t.audience = new.audience and t.annulled_on is null) then
    raise exception 'counted on paper' using errcode = 'check_violation', constraint = 'survey_response_or_tally';
  end if;
  return new;
end $$;
create trigger survey_response_fits before insert on survey_response for each row execute function survey_response_fits();

-- Only survey_send() may take responses out, to put them back in another order.
create function survey_response_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('portal.mixing', true) = 'on' then
    return old;
  end if;
  raise exception '% of % is refused', tg_op, tg_table_name using errcode = 'restrict_violation', constraint = 'survey_response_only_grows';
end $$;
create trigger survey_response_stays before update or delete on survey_response for each row execute function survey_response_stays();

create function survey_tally_fits() returns trigger language plpgsql as $$
begin
  if new.annulled_on is null and exists (select from survey_response r where r.organisation_id = new.organisation_id
      and r.survey_id = new.survey_id and r.audience = new.audience) then
    raise exception 'answered by links' using errcode = 'check_violation', constraint = 'survey_response_or_tally';
  end if;
  if (new.satisfied is not null) <> (select s.wave = 2 from survey s where s.id = new.survey_id) then
    raise exception 'only the second wave measures satisfaction' using errcode = 'check_violation', constraint = 'survey_tally_of_wave';
  end if;
  return new;
end $$;
create trigger survey_tally_fits before insert or update on survey_tally for each row execute function survey_tally_fits();

-- Whether a link lets somebody write on a day: from the opening day on until the survey closes, and what was begun before it closed may be
-- finished while that day lasts. Not after it was sent or cancelled, not where sheets of paper were counted instead.
create function survey_writable(invitation survey_invitation, today date) returns boolean
  language sql stable
  return not invitation.used and invitation.cancelled_on is null
    and exists (select from survey s where s.id = invitation.survey_id and s.annulled_on is null and s.opens_on <= today
      and (today < s.closed_on or today = s.closed_on and exists (select from survey_draft d
             where d.organisation_id = invitation.organisation_id and d.invitation_id = invitation.id)))
    and not exists (select from survey_tally t where t.organisation_id = invitation.organisation_id and t.survey_id = invitation.survey_id
      and t.audience = invitation.audience and t.annulled_on is null);

-- Links for every mentor and mentee of a pair or group in force (DOMAIN 5) who has none yet. The secret is 244 bits of the server's
-- strong source of chance.
create function survey_invite(the_survey bigint, only_organisation bigint, today date) returns bigint language plpgsql as $$
declare
  made bigint;
begin
  insert into survey_invitation (organisation_id, survey_id, audience, participant_id, token)
  select asked.organisation_id, s.id, asked.audience, asked.participant_id,
         translate(encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'base64'), '+/=', '-_')
    from survey s
    join survey_organisation o on o.survey_id = s.id
    join (select m.organisation_id, 'MENTOR' as audience, m.mentor_id as participant_id
            from mentorship_standing(today, today, only_organisation) m where m.reason is null
          union
          select m.organisation_id, 'MENTEE', e.mentee_id
            from mentorship_standing(today, today, only_organisation) m
            join mentorship_mentee e on e.organisation_id = m.organisation_id and e.mentorship_id = m.id
           where m.reason is null and e.joined_on <= today and coalesce(e.left_on, e.last_day) >= today) asked
      on asked.organisation_id = o.organisation_id
   where s.id = the_survey and s.annulled_on is null and s.opens_on <= today and today < s.closed_on
     and (only_organisation is null or o.organisation_id = only_organisation)
   order by asked.organisation_id, asked.audience, asked.participant_id
  on conflict on constraint survey_invitation_once do nothing;
  get diagnostics made = row_count;
  return made;
end $$;

-- Sends what was written by a link, once. Besides keys, what could betray who answered what is the order of rows and the transaction that
-- wrote them: so every sending writes all invitations of the organisation anew, and all answers of its mentors or mentees in an order by
-- chance. It leaves no line in the journal and no moment anywhere.
create function survey_send(the_token text, today date) returns boolean language plpgsql as $$
declare
  invitation survey_invitation;
  written jsonb;
  answered bigint;
begin
  -- One at a time in an organisation.
  perform from survey_organisation o
    where (o.organisation_id, o.survey_id) = (select i.organisation_id, i.survey_id from survey_invitation i where i.token = the_token)
    for no key update;
  select i.* into invitation from survey_invitation i where i.token = the_token for update;
  if invitation.id is null or not survey_writable(invitation, today) then
    return false;
  end if;
  delete from survey_draft d where d.organisation_id = invitation.organisation_id and d.invitation_id = invitation.id
    returning d.answers into written;
  if written is null then
    return false;
  end if;
  update survey_invitation i set used = i.used or i.id = invitation.id
   where i.organisation_id = invitation.organisation_id and i.survey_id = invitation.survey_id;
  select case invitation.audience when 'MENTEE' then s.mentee_questionnaire else s.mentor_questionnaire end into answered
    from survey s where s.id = invitation.survey_id;
  perform set_config('portal.mixing', 'on', true);
  with before as (
    delete from survey_response r where r.organisation_id = invitation.organisation_id and r.survey_id = invitation.survey_id
       and r.audience = invitation.audience
    returning r.answered_on, r.answers
  ), all_of_them as (
    select * from before union all select today, written
  )
  insert into survey_response (organisation_id, survey_id, audience, questionnaire_id, answered_on, answers)
  select invitation.organisation_id, invitation.survey_id, invitation.audience, answered, a.answered_on, a.answers
    from all_of_them a order by random();
  perform set_config('portal.mixing', 'off', true);
  return true;
end $$;

-- F12, F13: of each organisation and audience the newest second-wave survey that was closed by that day and asked somebody, or the paper
-- tally in its place. On the closing day it waits for what is still being written, or watching the number would tell one answer.
create function satisfaction(until date, only_organisation bigint)
  returns table (organisation_id bigint, audience text, survey_id bigint, closed_on date, questionnaire_id bigint, number integer, method text,
                 threshold smallint, paper boolean, invited bigint, respondents bigint, satisfied bigint)
  language sql stable parallel safe
begin atomic
  with asked as materialized (
    select distinct on (o.organisation_id, a.audience) o.organisation_id, a.audience, s.id, s.closed_on,
           case a.audience when 'MENTEE' then s.mentee_questionnaire else s.mentor_questionnaire end as questionnaire_id,
           t.asked, t.answered, t.satisfied
      from survey s
      join survey_organisation o on o.survey_id = s.id
     cross join (values ('MENTEE'), ('MENTOR')) a (audience)
      left join survey_tally t on t.organisation_id = o.organisation_id and t.survey_id = s.id and t.audience = a.audience
       and t.annulled_on is null and t.counted_on <= until
     where s.wave = 2 and s.annulled_on is null and s.closed_on <= until
       and (only_organisation is null or o.organisation_id = only_organisation)
       and (t.id is not null or exists (select from survey_invitation i where i.organisation_id = o.organisation_id
              and i.survey_id = s.id and i.audience = a.audience and i.cancelled_on is null))
       and (s.closed_on < until or not exists (select from survey_draft d
              join survey_invitation i on i.organisation_id = d.organisation_id and i.id = d.invitation_id
             where d.organisation_id = o.organisation_id and i.survey_id = s.id))
     order by o.organisation_id, a.audience, s.closed_on desc, s.id desc
  )
  select a.organisation_id, a.audience, a.id, a.closed_on, q.id, q.number, q.method, q.threshold, a.asked is not null,
         coalesce(a.asked, (select count(*) from survey_invitation i where i.organisation_id = a.organisation_id and i.survey_id = a.id
                              and i.audience = a.audience and i.cancelled_on is null)),
         coalesce(a.answered, r.respondents), coalesce(a.satisfied, r.satisfied)
    from asked a
    join questionnaire q on q.id = a.questionnaire_id
   cross join lateral (select count(*) as respondents, count(*) filter (where r.satisfied) as satisfied
                         from survey_response r where r.organisation_id = a.organisation_id and r.survey_id = a.id
                          and r.audience = a.audience) r;
end;

-- The figures of the form, now with both satisfactions; the rest as before.
drop function indicators(date, date, bigint);
create function indicators(since date, until date, only_organisation bigint)
  returns table (organisation_id bigint, pairs bigint, groups bigint, programmes bigint,
                 young_entered bigint, young_specialists integer,
                 mentors_entered bigint, teaching_staff integer, counted_on date, partners bigint,
                 mentee_survey bigint, mentee_closed date, mentee_version integer, mentee_method text, mentee_threshold smallint,
                 mentee_invited bigint, mentee_respondents bigint, mentee_satisfied bigint,
                 mentor_survey bigint, mentor_closed date, mentor_version integer, mentor_method text, mentor_threshold smallint,
                 mentor_invited bigint, mentor_respondents bigint, mentor_satisfied bigint)
  language sql stable parallel safe
begin atomic
  with mentorships as materialized (
    -- ◆ A pair or a group by the mentees who are in it in the period.
    select m.organisation_id, count(*) - count(*) filter (where m.mentees >= 2) as pairs, count(*) filter (where m.mentees >= 2) as groups
      from mentorships_in_force(since, until) m
     where only_organisation is null or m.organisation_id = only_organisation
     group by m.organisation_id
  ), programmes as materialized (
    select f.organisation_id, count(*) as programmes
      from programmes_in_force(since, until) f
     where only_organisation is null or f.organisation_id = only_organisation
     group by f.organisation_id
  ), mentees as materialized (
    select s.organisation_id, count(*) filter (where s.reasons = '{}') as young_entered
      from mentee_standing(since, until, only_organisation) s
     group by s.organisation_id
  ), mentors as materialized (
    select s.organisation_id, count(*) filter (where s.reasons = '{}') as mentors_entered,
           count(distinct s.partner_id) filter (where s.entered) as partners
      from mentor_standing(since, until, only_organisation) s
     group by s.organisation_id
  ), staff as materialized (
    -- The newest on or before the last day of the period.
    select distinct on (c.organisation_id) c.organisation_id, c.teaching_staff, c.young_specialists, c.counted_on
      from staff_count c
     where c.annulled_on is null and c.counted_on <= until
       and (only_organisation is null or c.organisation_id = only_organisation)
     order by c.organisation_id, c.counted_on desc
  ), content as materialized (
    select c.* from satisfaction(until, only_organisation) c
  )
  select o.id, coalesce(m.pairs, 0), coalesce(m.groups, 0), coalesce(p.programmes, 0),
         coalesce(e.young_entered, 0), s.young_specialists,
         coalesce(r.mentors_entered, 0), s.teaching_staff, s.counted_on, coalesce(r.partners, 0),
         ce.survey_id, ce.closed_on, ce.number, ce.method, ce.threshold, ce.invited, ce.respondents, ce.satisfied,
         cr.survey_id, cr.closed_on, cr.number, cr.method, cr.threshold, cr.invited, cr.respondents, cr.satisfied
    from organisation o
    left join mentorships m on m.organisation_id = o.id
    left join programmes p on p.organisation_id = o.id
    left join mentees e on e.organisation_id = o.id
    left join mentors r on r.organisation_id = o.id
    left join staff s on s.organisation_id = o.id
    left join content ce on ce.organisation_id = o.id and ce.audience = 'MENTEE'
    left join content cr on cr.organisation_id = o.id and cr.audience = 'MENTOR'
   where o.id = only_organisation or (only_organisation is null and (o.closed_on is null or o.closed_on > until));
end;

-- A survey opens: its curators are told.
alter table notice drop constraint notice_kind_known;
alter table notice add constraint notice_kind_known check (kind in ('SUBMITTED', 'RETURNED', 'APPROVED', 'WITHDRAWN', 'DUE_IN_A_WEEK',
  'DUE_TOMORROW', 'OVERDUE', 'APPOINTMENT_ENDING', 'SURVEY_OPENED', 'SURVEY_CLOSING'));
