-- The words that tie a question of the first wave to one of the second are read by methodologists: in the first versions they are Russian too.
alter table questionnaire_item disable trigger questionnaire_item_stays;
update questionnaire_item set pair = case pair
    when 'experience' then 'опыт'
    when 'efficiency' then 'эффективность'
    when 'comfort' then 'комфорт'
    when 'introduction' then 'организация'
    when 'adaptation' then 'адаптация'
    when 'skills' then 'навыки'
    when 'theory' then 'теория'
    when 'practice' then 'практика'
    when 'programme' then 'программа'
    when 'support' then 'поддержка'
    when 'involvement' then 'включённость'
    when 'satisfaction' then 'совместная работа'
    when 'expectation' then 'ожидания'
    when 'value' then 'ценность'
    when 'frequency' then 'частота'
    when 'glad' then 'радость' end
 where pair is not null and questionnaire_id <= 5;
alter table questionnaire_item enable trigger questionnaire_item_stays;
