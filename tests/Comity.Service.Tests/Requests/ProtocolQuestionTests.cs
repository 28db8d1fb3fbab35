using Comity.Service.Arrangements;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Rulings;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Requests;

/// <summary>A question about the protocol: who may ask one, to whom it goes under each protocol, and what comes of it.</summary>
public sealed class ProtocolQuestionTests
{
    private static readonly DateOnly Day = new(2026, 4, 2);

    [Theory, EveryDatabase, Norm("generic/1.2/b")]
    public async Task Ask_AsAMemberWhereTheProtocolNamesTheMonitoringOfficer_GoesThereByThatClause(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("generic"));

        var answer = await AnswerAsync(council, council.People.Member);
        var asked = await AskAsync(council, council.People.Member);

        (answer.Owner?.PersonName, answer.OwnerSource).ShouldBe(("Jo Monitoring", "generic/1.2/b"));
        (await OwnerAsync(council, asked.Reference)).ShouldBe(council.People.MonitoringOfficer);
        var matter = await council.MatterAsync(asked.Reference);
        (matter.Kind, matter.Capacity, matter.ServiceAreaId).ShouldBe(("protocol-question", Capacity.Council, null));
        matter.Duties.ShouldHaveSingleItem().DueOn.ShouldBeNull();
    }

    [Theory, EveryDatabase, Norm("town/11/v")]
    public async Task Ask_WhereTheProtocolNamesTheClerk_GoesToTheClerkByThatClause(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("town"));

        foreach (var asker in new[] { council.People.Member, council.People.Officer })
        {
            var answer = await AnswerAsync(council, asker);

            answer.IsEntitled.ShouldBeTrue();
            (answer.Owner?.PersonName, answer.OwnerSource).ShouldBe(("Ira Clerk", "town/11/v"));
        }
    }

    [Theory]
    [InlineData("wigan", true)]
    [InlineData("borough", true)]
    [InlineData("west-lavington", true)]
    [InlineData("generic", false)]
    public async Task Ask_WhereTheProtocolNamesNobody_GoesToTheMonitoringOfficerOnComitysOwnAccount(string protocol, bool byMember)
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite, TestPeople.TextsOf(protocol));

        var answer = await AnswerAsync(council, byMember ? council.People.Member : council.People.Officer);

        (answer.Owner?.PersonName, answer.OwnerSource).ShouldBe(("Jo Monitoring", EnquiryOwners.LedToNobody));
        answer.Decision.Gap.ShouldNotBeNull().Says.ShouldNotBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Ask_WhereNobodyIsMonitoringOfficer_GoesToTheClerk(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("west-lavington"));
        await council.ReadAsync(db =>
            db.Holdings.Where(holding => holding.PersonId == council.People.MonitoringOfficer)
                .ExecuteUpdateAsync(set => set.SetProperty(holding => holding.Until, new DateOnly(2026, 1, 1)))
        );

        var answer = await AnswerAsync(council, council.People.Member);

        (answer.Owner?.PersonName, answer.OwnerSource).ShouldBe(("Ira Clerk", EnquiryOwners.LedToNobody));
    }

    [Theory, EveryDatabase]
    public async Task Ask_AsWhomTheProtocolNames_GoesToSomebodyElse(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("town"));

        var asked = await AskAsync(council, council.People.Clerk);

        (await OwnerAsync(council, asked.Reference)).ShouldBe(council.People.MonitoringOfficer);
    }

    [Theory, EveryDatabase]
    public async Task Ask_WhereTheMonitoringOfficerIsCloseToTheAsker_GoesOnAsIfThatOfficeWereVacant(DatabaseKind kind)
    {
        await using var close = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("generic"));
        await using var vacant = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("generic"));
        await DeclareAsync(close, close.People.MonitoringOfficer, close.People.Member);
        await vacant.ReadAsync(db =>
            db.Holdings.Where(holding => holding.PersonId == vacant.People.MonitoringOfficer)
                .ExecuteUpdateAsync(set => set.SetProperty(holding => holding.Until, new DateOnly(2026, 1, 1)))
        );

        var (passedOver, ordinary) = (await AnswerAsync(close, close.People.Member), await AnswerAsync(vacant, vacant.People.Member));

        passedOver.Owner.ShouldNotBeNull().PersonName.ShouldBe("Ira Clerk");
        (passedOver.Owner.PersonName, passedOver.OwnerSource, passedOver.OwnerMinute).ShouldBe(
            (ordinary.Owner!.PersonName, ordinary.OwnerSource, ordinary.OwnerMinute)
        );
    }

    [Theory]
    [InlineData("generic", "about", "monitoring-officer", "Ira Clerk")]
    [InlineData("generic", "by", "monitoring-officer", "Ira Clerk")]
    [InlineData("generic", "to", "monitoring-officer", "Jo Monitoring")]
    [InlineData("generic", "about", "officer", "Jo Monitoring")]
    [InlineData("town", "about", "clerk", "Jo Monitoring")]
    public async Task Ask_AboutAnOffice_IsNotAnsweredInIt(string protocol, string place, string role, string owner)
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite, TestPeople.TextsOf(protocol));
        var about = new AskedSituation("raise-concern", [new SaidAnswer(place, role)], Day, "May I?");

        var answer = await AnswerAsync(council, council.People.Member, about);

        answer.Owner.ShouldNotBeNull().PersonName.ShouldBe(owner);
        var asked = await AskAsync(council, council.People.Member, request => request with { About = about });
        var matter = await council.MatterAsync(asked.Reference);
        var offered = await council.DoAsync<ReassignEnquiry, IReadOnlyList<HeldOffice>>(act => act.CandidatesAsync(matter, Day, default));
        offered.ShouldNotContain(office => office.Role == role);
    }

    [Theory, EveryDatabase]
    public async Task Ask_WhereTheCouncilHasAdoptedWhoSaysIt_GoesThereAsTheCouncilsChoice(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var officer = await council.ViewerAsync(council.People.MonitoringOfficer);
        var clerk = await council.ViewerAsync(council.People.Clerk);
        (
            await council.DoAsync<MakeRuling, RegisterChange>(make =>
                make.ExecuteAsync(
                    officer,
                    new()
                    {
                        Title = "Who says what it means",
                        Act = "interpret-protocol",
                        Effect = RulingEffect.Referred,
                        ReferredTo = "clerk",
                        Answer = "Ask the clerk.",
                        Reasons = "Somebody has to.",
                        From = Day,
                    }
                )
            )
        ).ShouldBeOfType<RegisterChange.Done>();
        (
            await council.DoAsync<AdoptRuling, RegisterChange>(adopt => adopt.ExecuteAsync(clerk, new(1, "C/31", Day)))
        ).ShouldBeOfType<RegisterChange.Done>();

        var answer = await AnswerAsync(council, council.People.Member);

        answer.Owner.ShouldNotBeNull().PersonName.ShouldBe("Ira Clerk");
        answer.OwnerSource.ShouldNotBeNull().ShouldStartWith("arrangement: M1");
    }

    [Theory, EveryDatabase, Norm("wigan/6.2/c")]
    public async Task Ask_UnderAProtocolWithATimeForEnquiries_OwesTheAnswerByThen(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);

        var matter = await council.MatterAsync((await AskAsync(council, council.People.Member)).Reference);

        var owed = matter.Duties.ShouldHaveSingleItem();
        (owed.DueOn, owed.Source).ShouldBe((new DateOnly(2026, 4, 20), "wigan/6.2/c"));
    }

    [Theory, EveryDatabase]
    public async Task Ask_UnderAProtocolWithoutATime_OwesTheAnswerByTheCouncilsOwnFigureOrByNone(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("generic"));

        var before = await council.MatterAsync((await AskAsync(council, council.People.Officer)).Reference);
        await council.ArrangeAsync(ArrangementKeys.ReplyTime, "5");
        var after = await council.MatterAsync((await AskAsync(council, council.People.Officer)).Reference);

        var (open, dated) = (before.Duties.ShouldHaveSingleItem(), after.Duties.ShouldHaveSingleItem());
        (open.DueOn, open.Source).ShouldBe((null, Audience.SafeguardSource));
        dated.DueOn.ShouldBe(new DateOnly(2026, 4, 13));
        dated.Source.ShouldContain("minute 41");
    }

    [Theory, EveryDatabase]
    public async Task Ask_WithWhatWasSaid_KeepsTheSituationAndAnAnswerThatReplays(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("generic"));
        var about = new AskedSituation(
            "bring-into-disrepute",
            [new SaidAnswer("by", "member"), new SaidAnswer("to", "")],
            Day,
            "Bring the council into disrepute"
        );

        var asked = await AskAsync(council, council.People.Member, request => request with { About = about });

        var matter = await council.MatterAsync(asked.Reference);
        var kept = await council.DoAsync<WhomItConcerns, AskedSituation?>(whom => whom.SituationAsync(matter, default));
        kept.ShouldNotBeNull().Answers.ShouldBe(about.Answers);
        (kept.Act, kept.On, kept.Words).ShouldBe((about.Act, about.On, about.Words));
        var decisions = await council.ReadAsync(db => db.Decisions.Where(row => row.MatterId == matter.Id).ToListAsync());
        decisions.Count.ShouldBe(3);
        decisions.ShouldContain(row => row.Outcome == "ShouldNot");
        foreach (var decision in decisions)
        {
            var again = await council.DoAsync<ReplayDecision, Replayed?>(replay => replay.ExecuteAsync(decision.Id, default));
            again.ShouldNotBeNull().Same.ShouldBeTrue(again.Now);
        }
    }

    [Theory, EveryDatabase]
    public async Task Ask_Sealed_LeavesNoWordOfTheSituationInTheOpen(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var about = new AskedSituation("raise-concern", [new SaidAnswer("about", "director")], Day, "Quillfeather");

        await AskAsync(council, council.People.Officer, request => request with { About = about, Sealed = true });

        var open = await council.ReadAsync(db => db.Contents.Where(item => item.Text != null).Select(item => item.Text!).ToListAsync());
        open.ShouldNotContain(text => text.Contains("Quillfeather") || text.Contains("raise-concern"));
    }

    [Fact]
    public async Task Ask_AfterTheTermHasEnded_IsRefused()
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite);

        var result = await council.AskAsync(
            request => Question(request) with { MemberId = council.People.FormerMember },
            council.People.FormerMember
        );

        result.ShouldBeOfType<AskOfficerResult.NotEntitled>();
    }

    [Theory, EveryDatabase, Norm("generic/1.2/c")]
    public async Task Rule_OnAQuestion_TellsWhoAskedAndNamesNobodyToAnybodyElse(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("generic"));
        var asked = await AskAsync(council, council.People.Member);

        var made = await RuleAsync(council, asked.Reference);

        made.ShouldBeOfType<RegisterChange.Done>();
        var matter = await council.MatterAsync(asked.Reference);
        var ruling = await council.ReadAsync(db => db.Rulings.SingleAsync());
        (ruling.MatterId, ruling.OnReference, ruling.Binding).ShouldBe((matter.Id, true, true));
        matter.Messages.ShouldContain(message => message.Kind == MakeRuling.MessageKind && message.Part == Parts.Content);
        matter.Duties.ShouldHaveSingleItem().State.ShouldBe(DutyState.Owed);
        var told = await council.ReadAsync(db =>
            db.Outbox.OrderBy(mail => mail.Id).Select(mail => new { mail.ToPersonId, mail.Subject }).ToListAsync()
        );
        told.ShouldContain(mail => mail.ToPersonId == council.People.Member && mail.Subject.Contains("has said what the protocol means"));
        var entry = await council.ReadAsync(db =>
            db.RecordEntries.Where(row => row.Kind == "ruling-made")
                .Join(db.Contents, row => row.ContentId, content => content.Id, (row, content) => new { row.MatterId, content.Text })
                .SingleAsync()
        );
        entry.MatterId.ShouldBeNull();
        entry.Text.ShouldNotBeNull().ShouldNotContain(asked.Reference);
        entry.Text.ShouldNotContain($"{matter.Id:N}");
        entry.Text.ShouldNotContain($"{matter.Id:D}");
    }

    [Theory, EveryDatabase]
    public async Task Rule_OnWhatIsNoQuestionOfOnesOwn_FindsNone(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("generic"));
        var enquiry = await council.AskedAsync(request => request with { ServiceAreaId = null, WardId = null });
        var ofAnother = await AskAsync(
            council,
            council.People.Member,
            request =>
                request with
                {
                    About = new AskedSituation("raise-concern", [new SaidAnswer("about", "monitoring-officer")], Day, ""),
                }
        );
        var closed = await AskAsync(council, council.People.Member);
        (
            await council.ActAsync<CloseEnquiry>(
                council.People.Member,
                (act, viewer) => act.ExecuteAsync(new(new MatterAt(closed.Reference, 1)), viewer, default)
            )
        ).ShouldBeOfType<ActResult.Done>();

        foreach (
            var reference in new[] { enquiry.Reference, ofAnother.Reference, closed.Reference, PublicReference.New().Value, "nonsense" }
        )
        {
            (await RuleAsync(council, reference)).ShouldBeOfType<RegisterChange.Missing>(reference);
        }

        (await council.ReadAsync(db => db.Rulings.CountAsync())).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task Rule_OnAQuestionThatHasChangedSince_ChangesNothing(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("generic"));
        var asked = await AskAsync(council, council.People.Member);

        await Should.ThrowAsync<ChangedSinceOpenedException>(() => RuleAsync(council, asked.Reference, version: 7));

        (await council.ReadAsync(db => db.Rulings.CountAsync())).ShouldBe(0);
    }

    private static AskOfficerRequest Question(AskOfficerRequest request) =>
        request with
        {
            Kind = EnquiryKind.ProtocolQuestion,
            Subject = "Whom may I tell?",
            Question = "Is it the clerk or the chairman?",
            ServiceAreaId = null,
            WardId = null,
            Capacity = Capacity.Council,
        };

    private static async Task<AskOfficerResult.Asked> AskAsync(
        TestCouncil council,
        Guid asker,
        Func<AskOfficerRequest, AskOfficerRequest>? change = null
    )
    {
        var result = await council.AskAsync(
            request =>
            {
                request = Question(request) with { MemberId = asker };
                return change?.Invoke(request) ?? request;
            },
            asker
        );
        return result.ShouldBeOfType<AskOfficerResult.Asked>();
    }

    private static Task<EnquiryAnswer> AnswerAsync(TestCouncil council, Guid asker, AskedSituation? about = null) =>
        council.DoAsync<EnquiryRules, EnquiryAnswer>(rules =>
            rules.MayAskAsync(
                new EnquiryCase(EnquiryKind.ProtocolQuestion, null, true, asker, false, Day, new Dictionary<string, string>(), about),
                default
            )
        );

    private static async Task<RegisterChange> RuleAsync(TestCouncil council, string question, int version = 1)
    {
        var officer = await council.ViewerAsync(council.People.MonitoringOfficer);
        return await council.DoAsync<MakeRuling, RegisterChange>(make =>
            make.ExecuteAsync(
                officer,
                new()
                {
                    Title = "Notes of a vote",
                    Act = "bring-into-disrepute",
                    By = "member",
                    Clauses = ["guidance-and-good-name"],
                    Effect = RulingEffect.Permitted,
                    Answer = "A vote brings no discredit.",
                    Reasons = "The clause is about discredit.",
                    From = Day,
                    At = new MatterAt(question, version),
                }
            )
        );
    }

    private static async Task DeclareAsync(TestCouncil council, Guid person, Guid other)
    {
        var viewer = await council.ViewerAsync(person);
        (
            await council.DoAsync<DeclareRelationship, RegisterChange>(declare =>
                declare.ExecuteAsync(viewer, new(person, other, Tie.Family, "We are cousins.", null, Day.AddDays(-10)))
            )
        ).ShouldBeOfType<RegisterChange.Done>();
    }

    private static Task<Guid?> OwnerAsync(TestCouncil council, string reference) =>
        council.ReadAsync(db =>
            db.MatterParties.Where(party => party.Place == MatterParties.Owner && party.EndedAt == null)
                .Join(db.Matters, party => party.MatterId, matter => matter.Id, (party, matter) => new { party.PersonId, matter.Reference })
                .Where(row => row.Reference == reference)
                .Select(row => row.PersonId)
                .SingleAsync()
        );
}
