using Comity.Protocols;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Requests;

/// <summary>What the protocol says to a member who asks, kept with what was asked or shown where it was stopped.</summary>
public sealed class NormsOfAskingTests
{
    [Theory]
    [InlineData("wigan/6.1/a", "enquiry", "needed-for-role=yes")]
    [InlineData("wigan/6.1/c", "enquiry", "enquiry-scope=constituent-case")]
    [InlineData("wigan/6.7/a", "enquiry", "basis=foi")]
    [InlineData("wigan/6.7/c", "enquiry", "foi-uncertain=yes")]
    [InlineData("wigan/6.7/d", "enquiry", "foi-uncertain=yes,consultation-needed=yes")]
    [Norm("wigan/6.1/a")]
    [Norm("wigan/6.1/c")]
    [Norm("wigan/6.7/a")]
    [Norm("wigan/6.7/c")]
    [Norm("wigan/6.7/d")]
    public async Task Ask_AsTheProtocolAllows_KeepsTheNormWithTheMatter(string norm, string kind, string facts)
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite);

        var asked = await council.AskAsync(request => request with { Kind = EnquiryKind.Find(kind)!, Facts = Facts(facts) });

        asked.ShouldBeOfType<AskOfficerResult.Asked>();
        (await KeptAsync(council)).ShouldContain(answer => answer.Contains(norm));
    }

    [Theory]
    [InlineData("town/6.1/a", "needed-for-role=yes")]
    [InlineData("town/6.1/d", "enquiry-scope=constituent-case")]
    [Norm("town/6.1/a")]
    [Norm("town/6.1/d")]
    public async Task Ask_TheTownClerk_KeepsTheNormWithTheMatter(string norm, string facts)
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite, TestPeople.TextsOf("town"));

        var asked = await council.AskAsync(request => request with { Facts = Facts(facts) });

        asked.ShouldBeOfType<AskOfficerResult.Asked>();
        (await KeptAsync(council)).ShouldContain(answer => answer.Contains(norm));
    }

    [Theory]
    [InlineData("wigan/4.7/a", "service-request", "beyond-officer-powers=yes")]
    [InlineData("wigan/4.7/c", "service-request", "outside-normal-duties=yes")]
    [InlineData("wigan/4.7/d", "service-request", "outside-normal-hours=yes")]
    [InlineData("wigan/6.5/a", "enquiry", "within-service-resources=no")]
    [Norm("wigan/4.7/a")]
    [Norm("wigan/4.7/c")]
    [Norm("wigan/4.7/d")]
    [Norm("wigan/6.5/a")]
    public async Task Ask_AgainstAdvice_IsRefusedWithoutAReasonAndGoesOnWithOne(string norm, string kind, string facts)
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite);

        var refused = await council.AskAsync(request => request with { Kind = EnquiryKind.Find(kind)!, Facts = Facts(facts) });
        var asked = await council.AskAsync(request =>
            request with
            {
                Kind = EnquiryKind.Find(kind)!,
                Facts = Facts(facts),
                ReasonToGoOn = "It cannot wait.",
            }
        );

        var decision = refused.ShouldBeOfType<AskOfficerResult.Refused>().Answer.Decision;
        decision.Outcome.ShouldBe(Outcome.ShouldNot);
        decision.DecidedBy.Select(citation => citation.Norm).ShouldContain(norm);
        asked.ShouldBeOfType<AskOfficerResult.Asked>();
    }

    [Fact]
    [Norm("wigan/6.4/d")]
    public async Task Ask_ToSeeADocumentForAnImproperEnd_IsRefusedForGood()
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite);

        var refused = await council.AskAsync(request =>
            request with
            {
                Kind = EnquiryKind.Information,
                Facts = Facts("basis=common-law,inspection-reason=improper,need-to-know-shown=yes"),
                ReasonToGoOn = "I insist.",
            }
        );

        var decision = refused.ShouldBeOfType<AskOfficerResult.Refused>().Answer.Decision;
        decision.Outcome.ShouldBe(Outcome.Forbidden);
        decision.DecidedBy.Select(citation => citation.Norm).ShouldContain("wigan/6.4/d");
    }

    [Fact]
    [Norm("wigan/3/c")]
    [Norm("wigan/6.2/a")]
    public async Task Ask_AnEnquiry_IsKeptWithTheRegistersThatTheProtocolWants()
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite);

        await council.AskedAsync();

        var lines = (await KeptAsync(council)).SelectMany(answer => answer.Split('\n')).ToList();
        lines.ShouldContain("register enquiries wigan/3/c");
        lines.ShouldContain("register open-requests wigan/6.2/a");
    }

    [Theory]
    [InlineData("ongoing-casework", null)]
    [InlineData("routine", null)]
    [InlineData("policy-views", "wigan/4.5/g")]
    [InlineData("non-routine", "wigan/4.5/h")]
    [Norm("wigan/4.5/c")]
    [Norm("wigan/4.5/d")]
    [Norm("wigan/4.5/g")]
    [Norm("wigan/4.5/h")]
    public async Task Ask_OfAServiceWhoseContactIsAJuniorOfficer_StaysThereForCaseworkAndGoesByTheChiefOfficerOtherwise(
        string purpose,
        string? norm
    )
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite);
        await council.ReadAsync(db =>
            db.Offices.Where(office => office.Id == council.People.OfficerOffice)
                .ExecuteUpdateAsync(set => set.SetProperty(office => office.Junior, true))
        );

        var open = await council.AskAsync();
        var asked = await council.AskAsync(request => request with { Facts = Facts($"contact-purpose={purpose}") });

        open.ShouldBeOfType<AskOfficerResult.Refused>().Answer.Question!.Fact.Name.ShouldBe("contact-purpose");
        var matter = await council.MatterAsync(asked.ShouldBeOfType<AskOfficerResult.Asked>().Reference);
        var owner = await council.DoAsync<MatterParties, PartyIdentity?>(parties =>
            parties.InAsync(matter, MatterParties.Owner, CancellationToken.None)
        );
        owner!.PersonId.ShouldBe(norm is null ? council.People.Officer : council.People.Director);
        (await KeptAsync(council)).ShouldContain(answer => answer.Contains(norm ?? "wigan/4.5/"));
    }

    [Fact]
    [Norm("wigan/4.5/i")]
    public async Task Instruct_AJuniorOfficerThoughThePowerIsGiven_IsAdvisedAgainstAndGoesByTheChiefOfficer()
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite);
        var power = Guid.CreateVersion7();
        await council.ReadAsync(async db =>
        {
            db.Add(
                new Delegation
                {
                    Id = power,
                    PersonId = council.People.Member,
                    Scope = "To direct the lighting programme",
                    Minute = "Council 12 March 2026, minute 41",
                    From = new DateOnly(2026, 3, 12),
                    RecordedAt = council.Clock.Now,
                }
            );
            await db.SaveChangesAsync();
            return await db
                .Offices.Where(office => office.Id == council.People.OfficerOffice)
                .ExecuteUpdateAsync(set => set.SetProperty(office => office.Junior, true));
        });

        var refused = await council.AskAsync(request =>
            request with
            {
                Kind = EnquiryKind.Instruction,
                Capacity = Capacity.Council,
                Authority = new Authority(AuthorityOf.Delegation, power),
            }
        );

        var answer = refused.ShouldBeOfType<AskOfficerResult.Refused>().Answer;
        (answer.Decision.Outcome, answer.Decision.DecidedBy[0].Norm).ShouldBe((Outcome.ShouldNot, "wigan/4.5/i"));
        (answer.Owner!.PersonId, answer.OwnerSource).ShouldBe((council.People.Director, "wigan/4.5/i"));
    }

    [Fact]
    [Norm("wigan/4.5/e")]
    public async Task Ask_OfAJuniorOfficer_CopiesTheChiefOfficerIn()
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite);
        await council.ReadAsync(db =>
            db.Offices.Where(office => office.Id == council.People.OfficerOffice)
                .ExecuteUpdateAsync(set => set.SetProperty(office => office.Junior, true))
        );

        var at = await council.AskedAsync(request => request with { Facts = Facts("contact-purpose=ongoing-casework") });

        var matter = await council.MatterAsync(at.Reference);
        (
            await council.ReadAsync(db =>
                db.Grants.Where(grant => grant.MatterId == matter.Id && grant.Reason == "Was copied in.")
                    .Select(grant => grant.Source)
                    .Distinct()
                    .ToListAsync()
            )
        ).ShouldBe(["wigan/4.5/e"]);
    }

    private static Dictionary<string, string> Facts(string facts) =>
        facts.Split(',').Select(fact => fact.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

    private static Task<List<string>> KeptAsync(TestCouncil council) =>
        council.ReadAsync(db =>
            db.Contents.Where(item => db.Decisions.Any(row => row.AnswerContentId == item.Id)).Select(item => item.Text!).ToListAsync()
        );
}
