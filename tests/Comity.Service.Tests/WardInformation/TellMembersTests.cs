using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.WardInformation;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.WardInformation;

public sealed class TellMembersTests
{
    [Theory, EveryDatabase]
    [Norm("wigan/6.6/c")]
    public async Task Tell_AProposalInAWard_ReachesEachMemberOfTheWardAndNobodyElse(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);

        var reference = await ToldAsync(council, "ward-proposal", wards: [council.People.EastWard]);

        (await ToldIn(council, reference)).ShouldBe([council.People.Member, council.People.SameWardMember], ignoreOrder: true);
        (await SourcesAsync(council, reference)).ShouldBe(["wigan/6.6/c"]);
        foreach (var sees in new[] { council.People.Member, council.People.SameWardMember, council.People.Officer, council.People.Manager })
        {
            (await SeesAsync(council, sees, reference)).ShouldBeTrue();
        }

        foreach (
            var shut in new[]
            {
                council.People.OtherGroupMember,
                council.People.FormerMember,
                council.People.HousingOfficer,
                council.People.Director,
                council.People.Clerk,
                council.People.MonitoringOfficer,
            }
        )
        {
            (await SeesAsync(council, shut, reference)).ShouldBeFalse();
        }

        var mail = await council.ReadAsync(db => db.Outbox.AsNoTracking().ToListAsync());
        mail.Select(one => one.ToPersonId).ShouldBe([council.People.Member, council.People.SameWardMember], ignoreOrder: true);
        mail.ShouldAllBe(one => !one.Body.Contains("barrier", StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    [Norm("wigan/6.6/b")]
    [Norm("wigan/6.6/d")]
    public async Task Tell_OfAnEvent_InvitesTheMembersOfTheWardUnderBothNorms(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);

        var reference = await ToldAsync(
            council,
            "ward-event",
            wards: [council.People.EastWard],
            change: request => request with { Invites = true, HappensOn = new DateOnly(2026, 5, 6), HappensAt = new TimeOnly(18, 30) }
        );

        (await ToldIn(council, reference)).ShouldBe([council.People.Member, council.People.SameWardMember], ignoreOrder: true);
        (await SourcesAsync(council, reference)).ShouldBe(["wigan/6.6/b"]);
        (await ClausesAsync(council, reference)).ShouldBe(["wigan/6.6/b", "wigan/6.6/d"], ignoreOrder: true);
        (await council.ReadAsync(db => db.Outbox.AsNoTracking().ToListAsync())).ShouldAllBe(one =>
            one.Subject.Contains("you are invited", StringComparison.Ordinal)
        );
    }

    [Theory, EveryDatabase]
    [Norm("wigan/6.6/a")]
    public async Task Tell_OfABigIssue_ReachesEveryMemberThoughNoWardWasChosen(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);

        var reference = await ToldAsync(council, "major-issue");

        (await ToldIn(council, reference)).ShouldBe(
            [council.People.Member, council.People.SameWardMember, council.People.OtherGroupMember],
            ignoreOrder: true
        );
        (await SourcesAsync(council, reference)).ShouldBe(["wigan/6.6/a"]);
    }

    [Theory, EveryDatabase]
    [Norm("borough/6.1/b")]
    public async Task Tell_WhatTouchesAPortfolio_ReachesWhoeverHasIt(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("borough"));
        var (holder, office) = await AddPortfolioHolderAsync(council);

        var reference = await ToldAsync(council, "portfolio", change: request => request with { PortfolioOfficeId = office });

        (await ToldIn(council, reference)).ShouldBe([holder]);
        (await SourcesAsync(council, reference)).ShouldBe(["borough/6.1/b"]);
    }

    [Theory]
    [InlineData("west-lavington", "west-lavington/3.1/g")]
    [InlineData("town", "town/4.1/g")]
    [InlineData("borough", Audience.SafeguardSource)]
    [InlineData("generic", Audience.SafeguardSource)]
    [Norm("west-lavington/3.1/g")]
    [Norm("town/4.1/g")]
    public async Task Tell_AWard_RestsOnTheProtocolsOwnNormOrOnNone(string protocol, string source)
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite, TestPeople.TextsOf(protocol));

        var reference = await ToldAsync(council, "ward-proposal", wards: [council.People.EastWard]);

        (await SourcesAsync(council, reference)).ShouldBe([source]);
        (await ToldIn(council, reference)).Count.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task Tell_WithNobodyToTellOrWithoutWords_WritesNothingAndSaysEverythingAtOnce(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);

        var nobody = await TellAsync(council, council.People.Officer, Request("ward-proposal"));
        var empty = await TellAsync(
            council,
            council.People.Officer,
            new TellMembersRequest
            {
                Wards = [Guid.CreateVersion7()],
                Invites = true,
                PortfolioOfficeId = council.People.OfficerOffice,
            }
        );
        var byMember = await TellAsync(council, council.People.Member, Request("ward-proposal") with { Wards = [council.People.EastWard] });

        nobody.ShouldBeOfType<NewsResult.Refused>().Errors.ShouldHaveSingleItem().Field.ShouldBe("Wards");
        empty
            .ShouldBeOfType<NewsResult.Refused>()
            .Errors.Select(error => error.Field)
            .ShouldBe(["Kind", "Title", "Words", "HappensOn", "Wards", "PortfolioOfficeId"], ignoreOrder: true);
        byMember.ShouldBeOfType<NewsResult.NotThere>();
        (await council.ReadAsync(db => db.Matters.CountAsync())).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task Tell_WhoeverComesToTheWardLater_IsToldWhatIsStillCurrentAndOnce(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var current = await ToldAsync(council, "ward-proposal", wards: [council.People.EastWard]);
        var old = await ToldAsync(
            council,
            "ward-event",
            wards: [council.People.EastWard],
            change: request => request with { CurrentUntil = council.Clock.Today() }
        );
        council.Clock.Advance(TimeSpan.FromDays(3));
        var later = await AddWardMemberAsync(council);
        (await SeesAsync(council, later, current)).ShouldBeFalse();

        var told = await council.DoAsync<TellLaterMembers, int>(job => job.ExecuteAsync(default));
        var again = await council.DoAsync<TellLaterMembers, int>(job => job.ExecuteAsync(default));

        (told, again).ShouldBe((1, 0));
        (await SeesAsync(council, later, current)).ShouldBeTrue();
        (await SeesAsync(council, later, old)).ShouldBeFalse();
        (await ToldIn(council, current)).ShouldContain(later);
    }

    [Theory, EveryDatabase]
    public async Task Correct_IsAVersionOfItsOwnAndLeavesTheEarlierOne(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var reference = await ToldAsync(council, "ward-proposal", wards: [council.People.EastWard]);
        var correction = new CorrectNewsRequest
        {
            At = new MatterAt(reference, 1),
            Changed = "The street was wrong.",
            Title = "Barrier in Oak Lane",
            Words = "The barrier is planned for Oak Lane.",
        };

        var byAnother = await CorrectAsync(council, council.People.HousingOfficer, correction);
        var byReader = await CorrectAsync(council, council.People.Member, correction);
        var silent = await CorrectAsync(council, council.People.Officer, correction with { Changed = " " });
        var done = await CorrectAsync(council, council.People.Officer, correction);

        byAnother.ShouldBeOfType<NewsResult.NotThere>();
        byReader.ShouldBeOfType<NewsResult.NotThere>();
        silent.ShouldBeOfType<NewsResult.Refused>().Errors.ShouldHaveSingleItem().Field.ShouldBe("Changed");
        done.ShouldBeOfType<NewsResult.Told>();
        var versions = await council.ReadAsync(db => db.NewsVersions.AsNoTracking().OrderBy(version => version.Number).ToListAsync());
        versions.Select(version => version.Title).ShouldBe(["Barrier in Mill Lane", "Barrier in Oak Lane"]);
        (await council.MatterAsync(reference)).Messages.Count.ShouldBe(2);
        (await council.ReadAsync(db => db.Outbox.CountAsync())).ShouldBe(4);
        await Should.ThrowAsync<ChangedSinceOpenedException>(() => CorrectAsync(council, council.People.Officer, correction));
    }

    private static TellMembersRequest Request(string kind) =>
        new()
        {
            Kind = NewsKind.Find(kind),
            Title = "Barrier in Mill Lane",
            Words = "A barrier is proposed for Mill Lane. Say what you think by the end of May.",
        };

    private static async Task<string> ToldAsync(
        TestCouncil council,
        string kind,
        IReadOnlyList<Guid>? wards = null,
        Func<TellMembersRequest, TellMembersRequest>? change = null
    )
    {
        var request = Request(kind) with { Wards = wards ?? [] };
        var result = await TellAsync(council, council.People.Officer, change?.Invoke(request) ?? request);
        return result.ShouldBeOfType<NewsResult.Told>().Reference;
    }

    private static async Task<NewsResult> TellAsync(TestCouncil council, Guid by, TellMembersRequest request)
    {
        var viewer = await council.ViewerAsync(by);
        return await council.DoAsync<TellMembers, NewsResult>(tell => tell.ExecuteAsync(request, viewer, default));
    }

    private static async Task<NewsResult> CorrectAsync(TestCouncil council, Guid by, CorrectNewsRequest request)
    {
        var viewer = await council.ViewerAsync(by);
        return await council.DoAsync<CorrectNews, NewsResult>(correct => correct.ExecuteAsync(request, viewer, default));
    }

    private static Task<List<Guid>> ToldIn(TestCouncil council, string reference) =>
        council.ReadAsync(db =>
            db.MatterParties.Where(party => party.Place == News.Told)
                .Where(party => db.Matters.Any(matter => matter.Id == party.MatterId && matter.Reference == reference))
                .Select(party => party.PersonId!.Value)
                .ToListAsync()
        );

    /// <summary>What the leave of those who were told rests on.</summary>
    private static Task<List<string>> SourcesAsync(TestCouncil council, string reference) =>
        council.ReadAsync(db =>
            db.Grants.Where(grant => grant.Reason.StartsWith("Was told"))
                .Where(grant => db.Matters.Any(matter => matter.Id == grant.MatterId && matter.Reference == reference))
                .Select(grant => grant.Source)
                .Distinct()
                .ToListAsync()
        );

    private static async Task<List<string>> ClausesAsync(TestCouncil council, string reference)
    {
        var answers = await council.ReadAsync(db =>
            (
                from decision in db.Decisions
                join matter in db.Matters on decision.MatterId equals matter.Id
                join content in db.Contents on decision.AnswerContentId equals content.Id
                where matter.Reference == reference
                select content.Text!
            ).ToListAsync()
        );
        return
        [
            .. answers
                .SelectMany(text => text.Split('\n'))
                .Where(line => line.StartsWith("decided-by ", StringComparison.Ordinal))
                .Select(line => line["decided-by ".Length..]),
        ];
    }

    private static async Task<bool> SeesAsync(TestCouncil council, Guid person, string reference)
    {
        var viewer = await council.ViewerAsync(person);
        return await council.DoAsync<Enquiries, Standing?>(enquiries => enquiries.FindAsync(reference, viewer, default)) is not null;
    }

    private static Task<Guid> AddWardMemberAsync(TestCouncil council) =>
        AddAsync(council, "Lena Later", "member", council.People.EastWard)
            .ContinueWith(added => added.Result.Person, TaskScheduler.Default);

    private static Task<(Guid Person, Guid Office)> AddPortfolioHolderAsync(TestCouncil council) =>
        AddAsync(council, "Petra Portfolio", "cabinet-member", ward: null);

    private static async Task<(Guid Person, Guid Office)> AddAsync(TestCouncil council, string name, string role, Guid? ward) =>
        await council.ReadAsync(async db =>
        {
            var person = new Person
            {
                Id = Guid.CreateVersion7(),
                FullName = name,
                Email = "later@example.org",
                RecordedAt = council.Clock.Now,
            };
            var office = new Office
            {
                Id = Guid.CreateVersion7(),
                Title = $"{name}’s seat",
                Role = role,
                WardId = ward,
                From = TestPeople.Since,
            };
            db.AddRange(
                person,
                office,
                new Holding
                {
                    Id = Guid.CreateVersion7(),
                    OfficeId = office.Id,
                    PersonId = person.Id,
                    From = council.Clock.Today(),
                    RecordedAt = council.Clock.Now,
                }
            );
            await db.SaveChangesAsync();
            return (person.Id, office.Id);
        });
}
