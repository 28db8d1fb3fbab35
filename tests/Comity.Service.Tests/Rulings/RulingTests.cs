using Comity.Protocols;
using Comity.Protocols.Language;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Rulings;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Rulings;

/// <summary>What the Monitoring Officer says of the protocol's meaning: it decides where the protocol has it so, and is advice everywhere else.</summary>
public class RulingTests
{
    private static readonly string[] Guidance = ["guidance-and-good-name"];

    [Theory, EveryDatabase, Norm("generic/1.2/c")]
    public async Task Make_a_ruling_under_a_protocol_that_binds_by_it_decides_from_its_day_and_names_who_gave_it(DatabaseKind kind)
    {
        await using var council = await GenericAsync(kind);
        var today = council.Clock.Today();

        var made = await MakeAsync(council, Ask with { From = today.AddDays(7) });

        made.ShouldBeOfType<RegisterChange.Done>();
        var before = await DecideAsync(council, "bring-into-disrepute", today.AddDays(6));
        var after = await DecideAsync(council, "bring-into-disrepute", today.AddDays(7));
        before.Outcome.ShouldBe(Outcome.ShouldNot);
        after.Outcome.ShouldBe(Outcome.Permitted);
        after.DecidedBy.ShouldHaveSingleItem().Layer.ShouldBe(Layer.Ruling);
        after.Overridden.ShouldContain(norm => norm.Citation.Norm == "generic/1.3/d");
        Explanation.InWords(after).ShouldContain("Ruling R1");
        Explanation.InWords(after).ShouldContain("Jo Monitoring, Monitoring Officer, Thursday 9 April 2026");
        (await LastRecordAsync(council)).ShouldBe("ruling-made");
    }

    [Theory, EveryDatabase]
    public async Task Decision_made_before_a_ruling_replays_to_the_same_answer(DatabaseKind kind)
    {
        await using var council = await GenericAsync(kind);
        await council.AskedAsync();
        var taken = await council.ReadAsync(db => db.Decisions.Select(row => row.Id).ToListAsync());
        taken.ShouldNotBeEmpty();
        var rule = Ask with { Act = "ask-information", By = "member", Clauses = [], Effect = RulingEffect.NotPermitted };

        (await MakeAsync(council, rule)).ShouldBeOfType<RegisterChange.Done>();

        (await DecideAsync(council, "ask-information", council.Clock.Today())).Outcome.ShouldBe(Outcome.Forbidden);
        foreach (var decision in taken)
        {
            var again = await council.DoAsync<ReplayDecision, Replayed?>(replay => replay.ExecuteAsync(decision, default));
            again.ShouldNotBeNull().Same.ShouldBeTrue(again.Now);
        }
    }

    [Theory, EveryDatabase]
    public async Task Withdraw_a_ruling_ends_it_on_its_day_and_deletes_nothing(DatabaseKind kind)
    {
        await using var council = await GenericAsync(kind);
        var today = council.Clock.Today();
        await MakeAsync(council, Ask);

        (await WithdrawAsync(council, new(1, today.AddDays(-1), ""))).ShouldBeOfType<RegisterChange.Refused>().Errors.Count.ShouldBe(2);
        var ended = await WithdrawAsync(council, new(1, today.AddDays(2), "The law has changed."));

        ended.ShouldBeOfType<RegisterChange.Done>();
        (await DecideAsync(council, "bring-into-disrepute", today.AddDays(2))).Outcome.ShouldBe(Outcome.Permitted);
        (await DecideAsync(council, "bring-into-disrepute", today.AddDays(3))).Outcome.ShouldBe(Outcome.ShouldNot);
        (await council.ReadAsync(db => db.Rulings.CountAsync())).ShouldBe(1);
        (await LastRecordAsync(council)).ShouldBe("ruling-withdrawn");
        (await WithdrawAsync(council, new(1, today.AddDays(5), "Again."))).ShouldBeOfType<RegisterChange.Missing>();
    }

    [Theory, EveryDatabase]
    public async Task Replace_a_ruling_ends_the_one_before_on_the_day_before(DatabaseKind kind)
    {
        await using var council = await GenericAsync(kind);
        var today = council.Clock.Today();
        await MakeAsync(council, Ask);
        var other = Ask with { Effect = RulingEffect.Referred, ReferredTo = "clerk", From = today.AddDays(3) };

        var twice = await MakeAsync(council, other);
        var replaced = await MakeAsync(council, other with { Replaces = 1 });

        twice.ShouldBeOfType<RegisterChange.Refused>().Errors.ShouldHaveSingleItem().Message.ShouldContain("Replace that one");
        replaced.ShouldBeOfType<RegisterChange.Done>();
        (await DecideAsync(council, "bring-into-disrepute", today.AddDays(2))).Outcome.ShouldBe(Outcome.Permitted);
        var after = await DecideAsync(council, "bring-into-disrepute", today.AddDays(3));
        after.Outcome.ShouldBe(Outcome.Referred);
        after.Route.ShouldHaveSingleItem().Who.ToString().ShouldBe("clerk");
        (await council.ReadAsync(db => db.Rulings.OrderBy(row => row.Number).Select(row => row.Until).ToListAsync())).ShouldBe([
            today.AddDays(2),
            null,
        ]);
    }

    [Theory, EveryDatabase]
    public async Task Ruling_outlasts_an_upgrade_of_the_other_texts(DatabaseKind kind)
    {
        await using var council = await GenericAsync(kind);
        await MakeAsync(council, Ask);
        var texts = TestPeople
            .TextsOf("generic")
            .Select(text =>
                text.Path.EndsWith("comity.protocol.md", StringComparison.Ordinal) ? text with { Text = text.Text + "\n" } : text
            )
            .ToList();

        var same = await council.DoAsync<TakeUpTexts, bool>(take =>
            take.ExecuteAsync(TestPeople.TextsOf("generic"), Acting.Service, default)
        );
        var changed = await council.DoAsync<TakeUpTexts, bool>(take => take.ExecuteAsync(texts, Acting.Service, default));

        same.ShouldBeFalse();
        changed.ShouldBeTrue();
        (await DecideAsync(council, "bring-into-disrepute", council.Clock.Today())).Outcome.ShouldBe(Outcome.Permitted);
    }

    [Theory, EveryDatabase]
    public async Task Ruling_that_binds_is_left_out_under_a_protocol_that_gives_nobody_the_last_word(DatabaseKind kind)
    {
        await using var council = await GenericAsync(kind);
        await MakeAsync(council, Ask);

        await council.DoAsync<TakeUpTexts, bool>(take => take.ExecuteAsync(TestPeople.WiganTexts(), Acting.Service, default));

        var read = await council.DoAsync<Library, ReadTogether>(library => library.OnAsync(council.Clock.Today(), default));
        read.Protocol.Diagnostics.ShouldBeEmpty();
        read.Protocol.Files.ShouldNotContain(file => file.Control.Layer == Layer.Ruling);
    }

    [Theory, EveryDatabase]
    public async Task Ruling_that_would_change_nothing_is_refused_and_says_what_stands_against_it(DatabaseKind kind)
    {
        await using var council = await GenericAsync(kind);

        var refused = await MakeAsync(council, Ask with { Clauses = [] });

        refused
            .ShouldBeOfType<RegisterChange.Refused>()
            .Errors.ShouldHaveSingleItem()
            .ShouldBe(
                new FieldError(
                    "Clauses",
                    "1.3 Guidance, respect and good name still says otherwise. Choose it as well, if the ruling is about what it means"
                )
            );
        (await council.ReadAsync(db => db.Rulings.AnyAsync())).ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task Make_a_ruling_wants_everything_that_it_stands_on(DatabaseKind kind)
    {
        await using var council = await GenericAsync(kind);

        var empty = await MakeAsync(council, new MakeRulingRequest());
        var wrong = await MakeAsync(
            council,
            Ask with
            {
                By = "nobody",
                Clauses = ["no-such-clause"],
                Effect = RulingEffect.Referred,
                From = council.Clock.Today().AddDays(-1),
                Facts = new Dictionary<string, string> { ["received-on"] = "2026-04-02" },
                Replaces = 7,
            }
        );

        Fields(empty).ShouldBe(["Act", "Answer", "Effect", "From", "Reasons", "Title"]);
        Fields(wrong).ShouldBe(["Act", "By", "Clauses", "From", "ReferredTo", "Title"]);
    }

    [Theory, EveryDatabase]
    public async Task Make_a_ruling_is_for_the_Monitoring_Officer_and_never_for_somebody_it_concerns(DatabaseKind kind)
    {
        await using var council = await GenericAsync(kind);

        var byClerk = await MakeAsync(council, Ask, council.People.Clerk);
        var aboutOneself = await MakeAsync(council, Ask with { By = "monitoring-officer", Clauses = [] });
        byClerk.ShouldBeOfType<RegisterChange.Missing>();
        Messages(aboutOneself).ShouldHaveSingleItem().ShouldContain("nobody decides about themselves");
        Messages(aboutOneself)[0].ShouldContain("comity/1");
        (await council.ReadAsync(db => db.Rulings.AnyAsync())).ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task Rule_on_what_starts_a_clock_while_owing_something_is_refused(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        await council.AskedAsync();
        await council.ReadAsync(async db =>
        {
            var viewer = await council.ViewerAsync(council.People.MonitoringOfficer);
            await db.Duties.ExecuteUpdateAsync(set => set.SetProperty(duty => duty.DebtorToken, viewer.Tokens[0]));
            return true;
        });
        var whileOwing = await MakeAsync(
            council,
            Ask with
            {
                Act = "reply",
                By = "officer",
                To = "member",
                Clauses = [],
                Effect = RulingEffect.NotPermitted,
            }
        );

        var onSomethingElse = await MakeAsync(council, Visit);

        Messages(whileOwing).ShouldHaveSingleItem().ShouldContain("nobody decides about themselves");
        onSomethingElse.ShouldBeOfType<RegisterChange.Done>();
    }

    [Theory, EveryDatabase]
    public async Task Form_that_was_opened_before_another_ruling_overwrites_nothing(DatabaseKind kind)
    {
        await using var council = await GenericAsync(kind);
        await MakeAsync(council, Ask);

        await Should.ThrowAsync<ChangedSinceOpenedException>(() =>
            MakeAsync(council, Ask with { Opened = AsOpened.Of((IEnumerable<Ruling>)[]) })
        );
        await Should.ThrowAsync<ChangedSinceOpenedException>(() =>
            WithdrawAsync(council, new(1, council.Clock.Today(), "Over.", AsOpened.Of((IEnumerable<Ruling>)[])))
        );
    }

    [Theory, EveryDatabase]
    public async Task Advice_decides_nothing_and_bears_on_its_own_situation_alone(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var today = council.Clock.Today();
        var before = await DecideAsync(council, "visit-school", "officer", today);
        before.Outcome.ShouldBe(Outcome.Silent);

        (await MakeAsync(council, Visit)).ShouldBeOfType<RegisterChange.Done>();

        (await DecideAsync(council, "visit-school", "officer", today)).Outcome.ShouldBe(Outcome.Silent);
        var read = await council.DoAsync<Library, ReadTogether>(library => library.OnAsync(today, default));
        var advice = await council.ReadAsync(db => db.Rulings.SingleAsync());
        advice.Binding.ShouldBeFalse();
        RulingAdvice.BearsOn(advice, read, So(read, "visit-school", "officer", today)).ShouldBeTrue();
        RulingAdvice.BearsOn(advice, read, So(read, "visit-school", "public", today)).ShouldBeFalse();
        RulingAdvice.BearsOn(advice, read, So(read, "discuss", "officer", today)).ShouldBeFalse();
        RulingAdvice.BearsOn(advice, read, So(read, "visit-school", "officer", today.AddDays(-1))).ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task Adopt_advice_by_a_minute_makes_it_the_councils_own_arrangement_from_its_day(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var today = council.Clock.Today();
        await MakeAsync(council, Visit);

        var empty = await AdoptAsync(council, new(1, " ", null));
        var done = await AdoptAsync(council, new(1, "C/31", today.AddDays(5)));

        Fields(empty).ShouldBe(["From", "Minute"]);
        done.ShouldBeOfType<RegisterChange.Done>();
        (await DecideAsync(council, "visit-school", "officer", today.AddDays(4))).Outcome.ShouldBe(Outcome.Silent);
        var after = await DecideAsync(council, "visit-school", "officer", today.AddDays(5));
        after.Outcome.ShouldBe(Outcome.Forbidden);
        after.DecidedBy.ShouldHaveSingleItem().Layer.ShouldBe(Layer.Arrangement);
        Explanation.InWords(after).ShouldContain("adopted by minute C/31");
        (await LastRecordAsync(council)).ShouldBe("ruling-adopted");
        (await WithdrawAsync(council, new(1, today.AddDays(9), "C/40"), council.People.Clerk)).ShouldBeOfType<RegisterChange.Done>();
        (await DecideAsync(council, "visit-school", "officer", today.AddDays(10))).Outcome.ShouldBe(Outcome.Silent);
    }

    [Theory, EveryDatabase]
    public async Task Adopt_advice_where_the_protocol_speaks_is_refused_and_names_the_clause(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        await MakeAsync(
            council,
            Visit with
            {
                Act = "reply",
                By = "officer",
                To = "member",
                Effect = RulingEffect.Referred,
                ReferredTo = "clerk",
            }
        );

        var refused = await AdoptAsync(council, new(1, "C/31", council.Clock.Today()));

        Messages(refused).ShouldHaveSingleItem().ShouldStartWith("An arrangement fills a gap, and there is none: ");
        (await council.ReadAsync(db => db.Rulings.Select(row => row.AdoptedFrom).SingleAsync())).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task Adopt_what_binds_already_or_is_not_there_is_not_offered(DatabaseKind kind)
    {
        await using var council = await GenericAsync(kind);
        await MakeAsync(council, Ask);

        (await AdoptAsync(council, new(1, "C/31", council.Clock.Today()))).ShouldBeOfType<RegisterChange.Missing>();
        (await AdoptAsync(council, new(2, "C/31", council.Clock.Today()))).ShouldBeOfType<RegisterChange.Missing>();
        (await AdoptAsync(council, new(1, "C/31", council.Clock.Today()), council.People.Member)).ShouldBeOfType<RegisterChange.Missing>();
    }

    [Theory, EveryDatabase]
    public async Task Words_that_look_like_the_language_stay_words(DatabaseKind kind)
    {
        await using var council = await GenericAsync(kind);

        var made = await MakeAsync(
            council,
            Ask with
            {
                Title = "A \"title\" {#other}",
                Answer = "# Not a heading\n\n```rule rulings/R9/a\non reply\nmust not\n```\n\n---",
            }
        );

        made.ShouldBeOfType<RegisterChange.Done>();
        var read = await council.DoAsync<Library, ReadTogether>(library => library.OnAsync(council.Clock.Today(), default));
        read.Protocol.Diagnostics.ShouldBeEmpty();
        read.Protocol.Files.Single(file => file.Control.Layer == Layer.Ruling).Rules.ShouldHaveSingleItem();
    }

    /// <summary>1.3: nobody brings the council into discredit.</summary>
    private static MakeRulingRequest Ask { get; } =
        new()
        {
            Title = "A vote of no confidence",
            Clauses = Guidance,
            Act = "bring-into-disrepute",
            By = "member",
            Effect = RulingEffect.Permitted,
            Answer = "To vote against the leader is not to harm the council’s name.",
            Reasons = "The clause is about discredit, and a vote brings none.",
            From = new DateOnly(2026, 4, 2),
        };

    private static MakeRulingRequest Visit { get; } =
        Ask with
        {
            Title = "Visits to a school",
            Clauses = [],
            Act = "visit-school",
            By = "officer",
            Effect = RulingEffect.NotPermitted,
            Answer = "Ask the head teacher first.",
        };

    private static Task<TestCouncil> GenericAsync(DatabaseKind kind) => TestCouncil.CreateAsync(kind, TestPeople.TextsOf("generic"));

    private static async Task<RegisterChange> MakeAsync(TestCouncil council, MakeRulingRequest request, Guid? by = null)
    {
        var viewer = await council.ViewerAsync(by ?? council.People.MonitoringOfficer);
        return await council.DoAsync<MakeRuling, RegisterChange>(make => make.ExecuteAsync(viewer, request));
    }

    private static async Task<RegisterChange> WithdrawAsync(TestCouncil council, WithdrawRulingRequest request, Guid? by = null)
    {
        var viewer = await council.ViewerAsync(by ?? council.People.MonitoringOfficer);
        return await council.DoAsync<WithdrawRuling, RegisterChange>(withdraw => withdraw.ExecuteAsync(viewer, request));
    }

    private static async Task<RegisterChange> AdoptAsync(TestCouncil council, AdoptRulingRequest request, Guid? by = null)
    {
        var viewer = await council.ViewerAsync(by ?? council.People.Clerk);
        return await council.DoAsync<AdoptRuling, RegisterChange>(adopt => adopt.ExecuteAsync(viewer, request));
    }

    private static Task<Decision> DecideAsync(TestCouncil council, string act, DateOnly on) => DecideAsync(council, act, "member", on);

    private static async Task<Decision> DecideAsync(TestCouncil council, string act, string by, DateOnly on)
    {
        var read = await council.DoAsync<Library, ReadTogether>(library => library.OnAsync(council.Clock.Today(), default));
        return read.Protocol.Decide(So(read, act, by, on));
    }

    private static Situation So(ReadTogether read, string act, string by, DateOnly on) =>
        Situation.In(read.Vocabulary).Act(act).By(by).On(on).Build();

    private static Task<string> LastRecordAsync(TestCouncil council) =>
        council.ReadAsync(db => db.RecordEntries.OrderBy(row => row.Sequence).Select(row => row.Kind).LastAsync());

    private static List<string> Fields(RegisterChange change) =>
        [.. change.ShouldBeOfType<RegisterChange.Refused>().Errors.Select(error => error.Field).Distinct().Order(StringComparer.Ordinal)];

    private static List<string> Messages(RegisterChange change) =>
        [.. change.ShouldBeOfType<RegisterChange.Refused>().Errors.Select(error => error.Message)];
}
