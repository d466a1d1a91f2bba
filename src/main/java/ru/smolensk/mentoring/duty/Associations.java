package ru.smolensk.mentoring.duty;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.document.Files;
import ru.smolensk.mentoring.document.StoredFile;
import ru.smolensk.mentoring.paper.ListFile;
import ru.smolensk.mentoring.platform.Choice;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.SortColumns;
import ru.smolensk.mentoring.platform.Sorting;
import ru.smolensk.mentoring.platform.Tenant;

/** The mentors' methodological associations (O4.7): members, order, plan, meetings. Everywhere a tenant of {@code null} means the city. */
@Service
@Transactional
public class Associations {

    /** Those who have left stand below, whatever sorts. */
    private static final String LEFT_LAST = " order by m.left_on is not null, ";
    private static final SortColumns COLUMNS = SortColumns.of("name", "m.id",
            SortColumns.least("name", "p.last_name", "p.first_name", "p.patronymic"), SortColumns.least("organisation", "o.short_name"),
            SortColumns.greatest("joined", "m.joined_on"));

    private final AssociationRepository associations;
    private final AssociationMemberRepository members;
    private final AssociationMeetingRepository meetings;
    private final Files files;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final PortalClock clock;
    private final Russian russian;

    Associations(AssociationRepository associations, AssociationMemberRepository members, AssociationMeetingRepository meetings,
            Files files,
                 JdbcClient jdbc, Journal journal, PortalClock clock, Russian russian) {
        this.associations = associations;
        this.members = members;
        this.meetings = meetings;
        this.files = files;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
        this.russian = russian;
    }

    /**
     * What is said of an association.
     *
     * @param orderActId an organisation's document of creation, or {@code null}
     * @param orderNumber of the city's order; with its date and file for the city alone
     */
    public record Description(String name, String head, Long orderActId, String orderNumber, LocalDate orderDatedOn, Long orderFileId,
            String plan,
                              Long planFileId) {
    }

    /** What is said of a meeting; only its day and topic are always known. */
    public record Meeting(LocalDate heldOn, String topic, String decisions, String protocolNumber, Long protocolFileId) {
    }

    /** The organisation's order on the creation. */
    record Order(long id, String number, LocalDate datedOn) {
    }

    /**
     * A mentor in it; {@code leftOn} is {@code null} for who is in it today.
     *
     * @param gone whether the mentor has left the organisation
     */
    record Member(long id, String name, String position, String organisation, LocalDate joinedOn, LocalDate leftOn, boolean gone) {
    }

    /** A meeting in the list; without a protocol the file is {@code null}. */
    record Held(long id, LocalDate heldOn, String topic, String decisions, String protocolNumber, Long fileId, String fileName,
            long fileSize,
                boolean annulled, String annulmentReason) {
    }

    /** Founds the association, or changes what is said of it. */
    public void describe(Tenant tenant, Integer version, Description said) {
        Refusal.when(said.orderDatedOn() != null && said.orderDatedOn().isAfter(clock.today()), "orderDatedOn",
                "Дата приказа ещё не наступила");
        Order order = tenant == null || said.orderActId() == null ? null : orders(tenant).stream()
                .filter(one -> one.id() == said.orderActId())
                .findFirst().orElseThrow(NotFound::new);
        StoredFile orderScan = tenant == null ? files.saved(null, said.orderFileId()) : null;
        StoredFile planScan = files.saved(tenant, said.planFileId());
        attach(tenant, orderScan == null ? null : orderScan.id(), said.planFileId());
        MentorAssociation there = of(tenant).orElse(null);
        if (there == null) {
            journal.entered(associations.save(new MentorAssociation(owner(tenant), said, order, orderScan, planScan)));
        } else {
            there.expectVersion(version);
            journal.change(there, Action.CHANGED, () -> there.change(said, order, orderScan, planScan));
        }
    }

    /**
     * Takes a mentor into the association.
     *
     * @param mentor «organisation/participant»
     * @throws NotFound if there is no such mentor, or an organisation's association would take another's
     */
    public void join(Tenant tenant, String mentor, LocalDate day) {
        Refusal.when(day.isAfter(clock.today()), "joinedOn", "Этот день ещё не наступил");
        MentorAssociation association = one(tenant);
        association.expectNotBefore(day, "joinedOn");
        String[] key = mentor.split("/", 2);
        String name = key.length < 2 || !(key[0] + key[1]).matches("\\d{2,36}") ? null : jdbc.sql("""
                select p.last_name || ' ' || p.first_name from mentor r
                  join participant p on p.organisation_id = r.organisation_id and p.id = r.participant_id
                 where r.organisation_id = cast(:organisation as numeric) and r.participant_id = cast(:id as numeric)
                   and (cast(:owner as bigint) is null or r.organisation_id = :owner)
                """).param("organisation", key[0]).param("id", key[1]).param("owner", owner(tenant), Types.BIGINT)
                .query(String.class).optional().orElse(null);
        if (name == null) {
            throw new NotFound();
        }
        journal.change(association, Action.MEMBER_JOINED, () -> {
            members.save(new AssociationMember(Long.parseLong(key[0]), association, Long.parseLong(key[1]), day));
            members.flush();
            association.members(names(association));
        });
    }

    public void leave(Tenant tenant, long memberId, LocalDate day) {
        Refusal.when(day.isAfter(clock.today()), "leftOn", "Этот день ещё не наступил");
        MentorAssociation association = one(tenant);
        AssociationMember member = member(tenant, memberId);
        journal.change(association, Action.MEMBER_LEFT, () -> {
            member.leave(day);
            members.flush();
            association.members(names(association));
        });
    }

    /**
     * Enters a meeting that was held.
     *
     * @return its identifier
     */
    public long hold(Tenant tenant, Meeting said) {
        MentorAssociation association = one(tenant);
        association.expectNotBefore(said.heldOn(), "heldOn");
        AssociationMeeting meeting = meetings.save(new AssociationMeeting(association, said, protocol(tenant, said)));
        journal.entered(meeting);
        return meeting.id();
    }

    void change(Tenant tenant, long id, Integer version, Meeting said) {
        AssociationMeeting meeting = meeting(tenant, id);
        meeting.expectVersion(version);
        one(tenant).expectNotBefore(said.heldOn(), "heldOn");
        StoredFile protocol = protocol(tenant, said);
        journal.change(meeting, Action.CHANGED, () -> meeting.change(said, protocol));
    }

    void annul(Tenant tenant, long id, String reason) {
        AssociationMeeting meeting = meeting(tenant, id);
        journal.change(meeting, Action.ANNULLED, reason, () -> meeting.annul(clock.today(), reason));
    }

    @Transactional(readOnly = true)
    Optional<MentorAssociation> of(Tenant tenant) {
        return associations.ofOwner(owner(tenant));
    }

    /** The association, without which there are no members and no meetings. */
    @Transactional(readOnly = true)
    MentorAssociation one(Tenant tenant) {
        return of(tenant).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    AssociationMember member(Tenant tenant, long id) {
        return members.findByAssociationIdAndId(one(tenant).id(), id).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    AssociationMeeting meeting(Tenant tenant, long id) {
        return meetings.findByAssociationIdAndId(one(tenant).id(), id).orElseThrow(NotFound::new);
    }

    /** The list of members as a file; in the city's it is said where each one works. */
    static ListFile<Member> file(boolean city) {
        ListFile<Member> file = ListFile.<Member>of("association", "Наставники объединения")
                .words("Наставник", 36, "Фамилия, имя, отчество", Member::name)
                .words("Должность", 30, "Как в базе", Member::position);
        if (city) {
            file.words("Организация", 34, "Где наставник внесён в базу", Member::organisation);
        }
        return file.date("В объединении с", "Первый день", Member::joinedOn)
                .date("По", "Последний день; пусто у тех, кто в объединении", Member::leftOn)
                .words("В организации", 24, "Не выбыл ли из организации", member -> member.gone() ? "выбыл" : "работает");
    }

    /** The order of its members that an address asks for. */
    static Sorting sorting(String typed) {
        return COLUMNS.asked(typed);
    }

    /** Who is in it and who was, those of today first, by name. */
    @Transactional(readOnly = true)
    List<Member> members(MentorAssociation association) {
        return members(association, sorting(null));
    }

    /** The same in another order: one statement. */
    @Transactional(readOnly = true)
    List<Member> members(MentorAssociation association, Sorting sorting) {
        return jdbc.sql("""
                select m.id, p.last_name || ' ' || p.first_name || coalesce(' ' || p.patronymic, '') as name, p.position,
                       o.short_name as organisation, m.joined_on, m.left_on, coalesce(p.left_on < :day, false) as gone
                  from association_member m
                  join participant p on p.organisation_id = m.organisation_id and p.id = m.mentor_id
                  join organisation o on o.id = m.organisation_id
                 where m.association_id = :association
                """ + LEFT_LAST + sorting.sql()).param("association", association.id()).param("day", clock.today())
                .query(Member.class).list();
    }

    /** Its meetings, the newest first. */
    @Transactional(readOnly = true)
    List<Held> meetings(MentorAssociation association) {
        return jdbc.sql("""
                select m.id, m.held_on, m.topic, m.decisions, m.protocol_number, f.id as file_id, f.name as file_name,
                       coalesce(f.size, 0) as file_size, m.annulled_on is not null as annulled, m.annulment_reason
                  from association_meeting m left join stored_file f on f.id = m.protocol_file_id
                 where m.association_id = ? order by m.held_on desc, m.id desc
                """).param(association.id()).query(Held.class).list();
    }

    /** Mentors who work today and are not in it, by «organisation/participant»; for the city with their organisations. */
    @Transactional(readOnly = true)
    List<Choice> candidates(Tenant tenant, MentorAssociation association) {
        return jdbc.sql("""
                select r.organisation_id || '/' || r.participant_id,
                       p.last_name || ' ' || p.first_name || coalesce(' ' || p.patronymic, '')
                         || case when :city then ' – ' || o.short_name else '' end
                  from mentor r
                  join participant p on p.organisation_id = r.organisation_id and p.id = r.participant_id
                  join organisation o on o.id = r.organisation_id
                 where (:city or r.organisation_id = :owner) and (p.left_on is null or p.left_on >= :day)
                   and (o.closed_on is null or o.closed_on > :day)
                   and not exists (select from association_member m
                                    where m.organisation_id = r.organisation_id and m.mentor_id = r.participant_id
                                      and m.association_id = :association and m.left_on is null)
                 order by p.last_name, p.first_name, o.short_name, p.id
                """).param("city", tenant == null).param("owner", owner(tenant), Types.BIGINT).param("day", clock.today())
                .param("association", association.id()).query((row, number) -> new Choice(row.getString(1), row.getString(2))).list();
    }

    /** The organisation's orders on the creation to choose from. */
    @Transactional(readOnly = true)
    List<Choice> orderChoices(Tenant tenant) {
        return tenant == null ? List.of() : orders(tenant).stream().map(one -> new Choice(one.id(), russian.paper(one.number(),
                one.datedOn()))).toList();
    }

    /**
     * A file that the city's association names: for the department alone.
     *
     * @throws NotFound if it names no such file
     */
    @Transactional(readOnly = true)
    StoredFile fileOfCity(long fileId) {
        boolean named = jdbc.sql("""
                select exists (select from mentor_association a where a.owner_id is null and :file in (a.order_file_id, a.plan_file_id))
                    or exists (select from association_meeting m join mentor_association a on a.id = m.association_id
                                where a.owner_id is null and m.protocol_file_id = :file)
                """).param("file", fileId).query(Boolean.class).single();
        if (!named) {
            throw new NotFound();
        }
        return files.ofCity(fileId);
    }

    private List<Order> orders(Tenant tenant) {
        return jdbc.sql("""
                select id, number, dated_on from local_act
                 where organisation_id = ? and kind = 'ASSOCIATION_ORDER' and annulled_on is null order by dated_on desc, id desc
                """).param(tenant.id()).query(Order.class).list();
    }

    private StoredFile protocol(Tenant tenant, Meeting said) {
        Refusal.when(said.heldOn().isAfter(clock.today()), "heldOn", "Этот день ещё не наступил. Будущие встречи вносите в план");
        StoredFile protocol = files.saved(tenant, said.protocolFileId());
        attach(tenant, said.protocolFileId());
        return protocol;
    }

    private void attach(Tenant tenant, Long... fileIds) {
        if (tenant == null) {
            files.attachInside(fileIds);
        } else {
            files.attach(tenant, fileIds);
        }
    }

    private String names(MentorAssociation association) {
        List<String> names = members(association).stream().filter(member -> member.leftOn() == null).map(Member::name).toList();
        return names.isEmpty() ? null : String.join(", ", names);
    }

    private static Long owner(Tenant tenant) {
        return tenant == null ? null : tenant.id();
    }
}
