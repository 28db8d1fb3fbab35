using Comity.Service.Advising;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Advising;

public sealed class AdviceTests
{
    private static readonly AdviceWords Words = new()
    {
        Analysis = "The lane is four metres wide.",
        Options = "A barrier, a sign, or nothing.",
        Views = "Councillor Opponent would rather have nothing.",
        Recommendation = "Put up the barrier.",
        About = AdviceRules.CouncilBusiness,
        IsOwn = true,
    };

    [Theory, EveryDatabase]
    public async Task Write_WhatWasAskedFor_IsTheAnswerAndStandsUnderItsAuthorsName(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var reference = await AskedAsync(council);

        var written = await WriteAsync(council, await OwnerAsync(council, reference), reference, Words);

        written.ShouldBeOfType<AdviceResult.Written>().Version.ShouldBe(1);
        var matter = await council.MatterAsync(reference);
        matter.State.ShouldBe(MatterState.Answered);
        matter.Duties.ShouldAllBe(duty => duty.State == DutyState.Met);
        matter
            .Messages.Single(message => message.Kind == AdviceWriting.MessageKind)
            .AuthorToken.ShouldBe((await AdviceAsync(council)).AuthorToken);
    }

    [Theory, EveryDatabase]
    [Norm("borough/2.4/a")]
    public async Task Write_OnAWardMatterUnderTheBorough_IsCopiedToNobodyForItsProtocolKeepsAdviceBetweenTheTwo(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("borough"));

        await WrittenOnAWardMatterAsync(council);

        (await CopiedToAsync(council)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Write_OnAWardMatterWhereTheProtocolCopiesAdviceToo_GivesTheOtherMembersForTheWardACopy(DatabaseKind kind)
    {
        var texts = TestPeople.TextsOf("borough");
        await using var council = await TestCouncil.CreateAsync(
            kind,
            [.. texts.Select(text => text with { Text = WithoutNorm.TakeOut(text.Text, "borough/2.4/a") })]
        );

        await WrittenOnAWardMatterAsync(council);

        (await CopiedToAsync(council)).ShouldBe([council.People.SameWardMember]);
    }

    [Theory, EveryDatabase]
    [Norm("west-lavington/2.4/c")]
    [Norm("west-lavington/2.4/d")]
    [Norm("west-lavington/2.4/e")]
    public async Task Write_UnderWestLavington_KeepsTheViewsApartAndLetsNobodyElseIntoTheRecommendation(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("west-lavington"));
        var reference = await GivenAsync(council);

        var byManager = await WriteAsync(council, council.People.Manager, reference, Words with { Changed = "Better." });
        var byMember = await WriteAsync(council, council.People.Member, reference, Words with { Changed = "Better." });
        var unsigned = await WriteAsync(council, council.People.Officer, reference, Words with { Changed = "A fact.", IsOwn = false });
        var next = await WriteAsync(
            council,
            council.People.Officer,
            reference,
            Words with
            {
                Changed = "The lane is wider than I wrote.",
                Recommendation = "Put up a sign.",
            }
        );

        byManager.ShouldBeOfType<AdviceResult.NotThere>();
        byMember.ShouldBeOfType<AdviceResult.NotThere>();
        var refused = unsigned.ShouldBeOfType<AdviceResult.Refused>().Errors.ShouldHaveSingleItem();
        (refused.Field, refused.Message.Contains("2.4", StringComparison.Ordinal)).ShouldBe((nameof(AdviceWords.IsOwn), true));
        next.ShouldBeOfType<AdviceResult.Written>().Version.ShouldBe(2);
        var versions = (await AdviceAsync(council)).Versions.ToList();
        (await TextAsync(council, versions[0].Message!.ContentId)).ShouldBe("Put up the barrier.");
        (await TextAsync(council, versions[1].Message!.ContentId)).ShouldBe("Put up a sign.");
        (await TextAsync(council, versions[1].ViewsContentId!.Value)).ShouldBe("Councillor Opponent would rather have nothing.");
        (await RecordAsync(council, "advice-written")).ShouldContain(text =>
            text.Contains("changes-to-the-recommendation", StringComparison.Ordinal)
            && text.Contains("authored-advice", StringComparison.Ordinal)
            && text.Contains("reported-views", StringComparison.Ordinal)
        );
    }

    [Theory, EveryDatabase]
    [Norm("borough/2.3/a")]
    [Norm("borough/2.2/b")]
    public async Task Give_UnderTheBorough_StopsAtCouncilBusinessAndKeepsTheOptionsWithTheAuthor(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("borough"));

        foreach (var about in new[] { "party-business", "private" })
        {
            var refused = (await GiveAsync(council, Words with { About = about })).ShouldBeOfType<AdviceResult.Refused>();
            refused.Errors.ShouldHaveSingleItem().Message.ShouldContain("2.3");
        }

        (await council.ReadAsync(db => db.Matters.CountAsync())).ShouldBe(0);
        await GivenAsync(council);
        (await RecordAsync(council, "advice-written")).ShouldHaveSingleItem().ShouldContain("advice-with-author");
        (await TextAsync(council, (await AdviceAsync(council)).Versions.Single().OptionsContentId!.Value)).ShouldContain("a sign");
    }

    [Theory]
    [InlineData("west-lavington", "insist", "ShouldNot", "west-lavington/2.4/f")]
    [InlineData("borough", "insist", "ShouldNot", "borough/3.1/d")]
    [InlineData("generic", "order", "Forbidden", "generic/2.2/d")]
    [InlineData("generic", "insist", "Forbidden", "generic/4.2/a")]
    [InlineData("wigan", "insist", "Silent", "")]
    [InlineData("town", "insist", "Silent", "")]
    [InlineData("borough", "look-again", "Silent", "")]
    [Norm("west-lavington/2.4/f")]
    [Norm("borough/3.1/d")]
    [Norm("generic/2.2/d")]
    public async Task AskForOther_IsAnsweredByTheProtocolAndOnRecordWithItsClause(string protocol, string way, string outcome, string norm)
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite, TestPeople.TextsOf(protocol));
        var reference = await GivenAsync(council);

        var result = await AskForOtherAsync(council, council.People.Member, reference, way, reason: "My ward would suffer.");

        var remark = (await AdviceAsync(council)).Remarks.ShouldHaveSingleItem();
        (remark.Kind, remark.Outcome).ShouldBe((AdviceRemarkKind.ChangeAsked, outcome));
        if (norm.Length > 0)
        {
            remark.NormIds.ShouldContain(norm);
            (await RecordAsync(council, "advice-change-wanted")).ShouldHaveSingleItem().ShouldContain(norm);
        }

        if (outcome == "Forbidden")
        {
            var refused = result.ShouldBeOfType<ActResult.Refused>();
            refused.Source.ShouldStartWith(protocol);
            refused.Why.ShouldContain("kept on record as number 1");
        }
        else
        {
            result.ShouldBeOfType<ActResult.Done>();
        }

        (await AdviceAsync(council)).Versions.Count.ShouldBe(1);
        (await council.ReadAsync(db => db.Outbox.CountAsync(mail => mail.ToPersonId == council.People.Officer))).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task AskForOther_AdvisedAgainstWithoutAReason_IsRefusedAndLeavesNothingBehind(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("borough"));
        var reference = await GivenAsync(council);

        var result = await AskForOtherAsync(council, council.People.Member, reference, "insist", reason: " ");

        result.ShouldBeOfType<ActResult.Refused>().Source.ShouldBe("borough/3.1/d");
        (await AdviceAsync(council)).Remarks.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task AskForOther_TheSecondTime_CountsAsPressing(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("west-lavington"));
        var reference = await GivenAsync(council);

        await AskForOtherAsync(council, council.People.Member, reference, "look-again", reason: null);
        var again = await AskForOtherAsync(council, council.People.Member, reference, "look-again", reason: null);

        again.ShouldBeOfType<ActResult.Refused>().Source.ShouldBe("west-lavington/2.4/f");
        (await AdviceAsync(council)).Remarks.ShouldHaveSingleItem().Outcome.ShouldBe("Silent");
    }

    [Theory, EveryDatabase]
    [Norm("wigan/4.5/k")]
    public async Task Answer_ThatItWasWeighed_RecordsThatTheAdviceWasPutBeforeTheMember(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var reference = await GivenAsync(council);

        (await AnswerAsync(council, council.People.Member, reference, AdviceRemarkKind.Weighed)).ShouldBeOfType<ActResult.Done>();

        var remark = (await AdviceAsync(council)).Remarks.ShouldHaveSingleItem();
        (remark.Version, remark.NormIds.Contains("wigan/4.5/k")).ShouldBe((1, true));
        (await RecordAsync(council, "advice-answered")).ShouldHaveSingleItem().ShouldContain("advice-put-to-member");
    }

    [Theory]
    [InlineData("borough", "private", "Permitted", "borough/2.7/b")]
    [InlineData("borough", "private", "Permitted", "borough/2.7/c")]
    [InlineData("town", "public-meeting", "Permitted", "town/11/j")]
    [InlineData("west-lavington", "private", "Permitted", "west-lavington/2.4/f")]
    [InlineData("generic", "private", "Silent", "")]
    [Norm("borough/2.7/b")]
    [Norm("borough/2.7/c")]
    [Norm("town/11/j")]
    public async Task Answer_WithAnotherView_IsPutBesideTheAdviceAsTheProtocolAllows(
        string protocol,
        string venue,
        string outcome,
        string norm
    )
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite, TestPeople.TextsOf(protocol));
        var reference = await GivenAsync(council);

        var result = await AnswerAsync(
            council,
            council.People.Member,
            reference,
            AdviceRemarkKind.NotFollowed,
            venue,
            "I see it otherwise."
        );

        result.ShouldBeOfType<ActResult.Done>();
        var remark = (await AdviceAsync(council)).Remarks.ShouldHaveSingleItem();
        remark.Outcome.ShouldBe(outcome);
        remark.Part.ShouldBe(Parts.Content);
        if (norm.Length > 0)
        {
            remark.NormIds.ShouldContain(norm);
        }

        if (protocol == "borough")
        {
            (await RecordAsync(council, "advice-answered")).ShouldHaveSingleItem().ShouldContain("advice-not-followed");
        }
    }

    [Theory, EveryDatabase]
    [Norm("generic/2.2/d")]
    public async Task Report_ByTheAuthor_IsKeptWithTheClauseAndOutOfSightOfWhoeverItNames(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("generic"));
        var reference = await GivenAsync(council);
        var way = PressedBy.Reported.Single(one => one.Key == "order");

        var byReader = await ReportAsync(council, council.People.Member, reference, way);
        var byAuthor = await ReportAsync(council, council.People.Officer, reference, way);

        byReader.ShouldBeOfType<ActResult.NotThere>();
        byAuthor.ShouldBeOfType<ActResult.Done>();
        var remark = (await AdviceAsync(council)).Remarks.ShouldHaveSingleItem();
        (remark.Outcome, remark.Part).ShouldBe(("Forbidden", Parts.Notes));
        remark.NormIds.ShouldContain("generic/2.2/d");
        remark.OfToken.ShouldNotContain($"{council.People.Member:N}");
        (await RecordAsync(council, "advice-change-wanted")).ShouldHaveSingleItem().ShouldContain("\"grounds\"");
        (await council.ReadAsync(db => db.Outbox.CountAsync(mail => mail.ToPersonId == council.People.Member))).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Give_ToABody_IsForThoseWhoSitOnItAndForNobodyElse(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var reference = await GivenAsync(council);

        foreach (
            var (person, sees) in new[]
            {
                (council.People.Member, true),
                (council.People.Officer, true),
                (council.People.SameWardMember, false),
                (council.People.OtherGroupMember, false),
                (council.People.Manager, false),
                (council.People.Clerk, false),
                (council.People.MonitoringOfficer, false),
            }
        )
        {
            var viewer = await council.ViewerAsync(person);
            var standing = await council.DoAsync<Enquiries, Standing?>(enquiries => enquiries.FindAsync(reference, viewer, default));
            (standing is not null).ShouldBe(sees);
        }

        (
            await AnswerAsync(council, council.People.SameWardMember, reference, AdviceRemarkKind.Weighed)
        ).ShouldBeOfType<ActResult.NotThere>();
        (await AskForOtherAsync(council, council.People.SameWardMember, reference, "order", null)).ShouldBeOfType<ActResult.NotThere>();
    }

    [Theory, EveryDatabase]
    public async Task Write_FromAFormThatIsOld_SaysThatItHasChanged(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var reference = await GivenAsync(council);
        await WriteAsync(council, council.People.Officer, reference, Words with { Changed = "A fact." });

        await Should.ThrowAsync<ChangedSinceOpenedException>(() =>
            WriteAsync(council, council.People.Officer, reference, Words with { Changed = "Another." }, version: 1)
        );
    }

    private static async Task<string> AskedAsync(TestCouncil council) =>
        (
            await council.AskedAsync(request => request with { Kind = EnquiryKind.Advice, Capacity = Capacity.Council, WardId = null })
        ).Reference;

    private static async Task WrittenOnAWardMatterAsync(TestCouncil council)
    {
        var at = await council.AskedAsync(request => request with { Kind = EnquiryKind.Advice });
        var written = await WriteAsync(council, await OwnerAsync(council, at.Reference), at.Reference, Words);
        written.ShouldBeOfType<AdviceResult.Written>();
        (await council.MatterAsync(at.Reference)).State.ShouldBe(MatterState.Answered);
    }

    private static Task<List<Guid>> CopiedToAsync(TestCouncil council) =>
        council.ReadAsync(db =>
            db.MatterParties.Where(party => party.Place == MatterParties.CopiedIn).Select(party => party.PersonId!.Value).ToListAsync()
        );

    private static Task<Guid> OwnerAsync(TestCouncil council, string reference) =>
        council.ReadAsync(db =>
            db.MatterParties.Where(party => party.Place == MatterParties.Owner)
                .Where(party => db.Matters.Any(matter => matter.Id == party.MatterId && matter.Reference == reference))
                .Select(party => party.PersonId!.Value)
                .SingleAsync()
        );

    private static async Task<AdviceResult> GiveAsync(TestCouncil council, AdviceWords words)
    {
        var officer = await council.ViewerAsync(council.People.Officer);
        return await council.DoAsync<GiveAdvice, AdviceResult>(give =>
            give.ExecuteAsync(
                new()
                {
                    Subject = "A barrier in Mill Lane",
                    MemberIds = [council.People.Member],
                    Words = words,
                },
                officer,
                default
            )
        );
    }

    private static async Task<string> GivenAsync(TestCouncil council) =>
        (await GiveAsync(council, Words)).ShouldBeOfType<AdviceResult.Written>().Reference;

    private static async Task<AdviceResult> WriteAsync(
        TestCouncil council,
        Guid by,
        string reference,
        AdviceWords words,
        int? version = null
    )
    {
        var viewer = await council.ViewerAsync(by);
        var at = new MatterAt(reference, version ?? (await council.MatterAsync(reference)).Version);
        return await council.DoAsync<WriteAdvice, AdviceResult>(write => write.ExecuteAsync(new(at, words), viewer, default));
    }

    private static async Task<ActResult> AskForOtherAsync(TestCouncil council, Guid by, string reference, string way, string? reason)
    {
        var at = new MatterAt(reference, (await council.MatterAsync(reference)).Version);
        return await council.ActAsync<AskForOtherAdvice>(
            by,
            (ask, viewer) =>
                ask.ExecuteAsync(new(at, 1, PressedBy.Find(PressedBy.ByMember, way)!, "Recommend a sign.", reason), viewer, default)
        );
    }

    private static async Task<ActResult> AnswerAsync(
        TestCouncil council,
        Guid by,
        string reference,
        AdviceRemarkKind kind,
        string venue = "private",
        string? words = null
    )
    {
        var at = new MatterAt(reference, (await council.MatterAsync(reference)).Version);
        return await council.ActAsync<AnswerAdvice>(
            by,
            (answer, viewer) => answer.ExecuteAsync(new(at, 1, kind, venue, words), viewer, default)
        );
    }

    private static async Task<ActResult> ReportAsync(TestCouncil council, Guid by, string reference, PressedBy way)
    {
        var at = new MatterAt(reference, (await council.MatterAsync(reference)).Version);
        return await council.ActAsync<ReportPressure>(
            by,
            (report, viewer) =>
                report.ExecuteAsync(
                    new(at, 1, council.People.Member, way, council.Clock.Today(), "“You will recommend a sign.”"),
                    viewer,
                    default
                )
        );
    }

    private static Task<PieceOfAdvice> AdviceAsync(TestCouncil council) =>
        council.ReadAsync(db =>
            db.PiecesOfAdvice.AsNoTracking()
                .Include(advice => advice.Versions.OrderBy(version => version.Number))
                    .ThenInclude(version => version.Message)
                .Include(advice => advice.Remarks)
                .SingleAsync()
        );

    private static Task<string> TextAsync(TestCouncil council, Guid content) =>
        council.ReadAsync(db => db.Contents.Where(item => item.Id == content).Select(item => item.Text!).SingleAsync());

    private static Task<List<string>> RecordAsync(TestCouncil council, string kind) =>
        council.ReadAsync(db =>
            (
                from entry in db.RecordEntries
                join content in db.Contents on entry.ContentId equals content.Id
                where entry.Kind == kind
                orderby entry.Sequence
                select content.Text!
            ).ToListAsync()
        );
}
