using Comity.Service.Information;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Testing;

namespace Comity.Service.Tests.Information;

public sealed class DecideItemTests
{
    private static readonly ItemConsents Others = new() { Owner = "Larkfield Sports Trust" };

    private static readonly ItemConsents Agreed = Others with
    {
        OwnerSaid = ItemConsents.Given,
        OfOwner = new Consent("The trust’s secretary", "showing the lease to one member", new DateOnly(2026, 4, 1), "By letter"),
    };

    [Theory, EveryDatabase]
    [Norm("generic/8.3/a")]
    public async Task Decide_WhatTheCouncilDoesNotHold_IsNeitherLetOutNorRefused(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "generic", ofClerk: true);
        await scene.FoundAsync(holding: ItemFindings.NotHeld);

        (await scene.DecideAsync(ItemOutcome.All)).ShouldBeOfType<ActResult.Done>();

        (await scene.ItemAsync()).Item.Outcome.ShouldBe(ItemOutcome.NotHeld);
        (await scene.DecidedByAsync()).ShouldContain(text => text.Contains("generic/8.3/a"));
        (await scene.ReplyAsync()).ShouldBeOfType<ActResult.Done>();
        (await SaidAsync(scene, "reply")).ShouldContain("the council does not hold it");
    }

    [Theory, EveryDatabase]
    public async Task Decide_WhatCannotBeFound_SaysSoAndNotThatItIsNotHeld(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "wigan");
        await scene.FoundAsync(holding: ItemFindings.CannotBeFound);

        (await scene.DecideAsync(ItemOutcome.Refused)).ShouldBeOfType<ActResult.Done>();

        (await scene.ItemAsync()).Item.Outcome.ShouldBe(ItemOutcome.NotFound);
    }

    [Theory, EveryDatabase]
    [Norm("generic/8.3/b")]
    [Norm("generic/8.3/c")]
    [Norm("generic/8.3/d")]
    public async Task Decide_WhatIsSomebodyElsesAndConfidential_WaitsForTheirAgreementOnRecord(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "generic", ofClerk: true);
        await scene.FoundAsync(Others, facts: [("confidential", "yes")]);
        var before = (await scene.DecideAsync(ItemOutcome.All)).ShouldBeOfType<ActResult.Refused>();
        before.Source.ShouldBe("generic/8.3/c");
        await scene.FoundAsync(Agreed, facts: [("confidential", "yes")]);
        (await scene.DecideAsync(ItemOutcome.All)).ShouldBeOfType<ActResult.Refused>().Source.ShouldBe("generic/8.3/d");
        await scene.FoundAsync(Others with { OwnerSaid = ItemConsents.Refused }, facts: [("confidential", "yes")]);
        (await scene.DecideAsync(ItemOutcome.All, inSpite: "I want to."))
            .ShouldBeOfType<ActResult.Refused>()
            .Source.ShouldBe("generic/8.3/c");

        await scene.FoundAsync(Agreed, facts: [("confidential", "yes"), ("consent-appropriate", "yes")]);
        (await scene.DecideAsync(ItemOutcome.All, confidential: true)).ShouldBeOfType<ActResult.Done>();

        var decided = await scene.DecidedByAsync();
        decided.ShouldContain(text => text.Contains("register consents generic/8.3/d"));
        decided.ShouldContain(text => text.Contains("generic/8.3/b"));
    }

    [Theory, EveryDatabase]
    [Norm("generic/8.4/a")]
    [Norm("generic/8.4/b")]
    public async Task Decide_WithoutReasonablenessOrThePowerToShare_IsRefusedWithTheClause(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "generic", ofClerk: true);
        await scene.FoundAsync(facts: [("reasonableness-established", "")]);
        (await scene.DecideAsync(ItemOutcome.All)).ShouldBeOfType<ActResult.Refused>().Source.ShouldBe("generic/8.4/a");
        await scene.FoundAsync(facts: [("officer-able-to-share", "")]);
        (await scene.DecideAsync(ItemOutcome.All)).ShouldBeOfType<ActResult.Refused>().Source.ShouldBe("generic/8.4/b");
        await scene.FoundAsync(facts: [("reasonableness-established", "no")]);
        (await scene.DecideAsync(ItemOutcome.All, inSpite: "All the same."))
            .ShouldBeOfType<ActResult.Refused>()
            .Source.ShouldBe("generic/8.4/a");
        await scene.FoundAsync(facts: [("officer-able-to-share", "no")]);
        (await scene.DecideAsync(ItemOutcome.All, inSpite: "All the same."))
            .ShouldBeOfType<ActResult.Refused>()
            .Source.ShouldBe("generic/8.4/b");

        await scene.FoundAsync();
        (await scene.DecideAsync(ItemOutcome.All)).ShouldBeOfType<ActResult.Done>();
    }

    [Theory, EveryDatabase]
    [Norm("generic/8.1/b")]
    public async Task Decide_APaperOfAMeeting_IsTheMembersRightBeforeAnyTest(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "generic");
        await scene.FoundAsync(
            facts: [("relates-to-meeting-business", "yes"), ("reasonableness-established", ""), ("officer-able-to-share", "")]
        );

        (await scene.VerdictAsync()).Citations.ShouldContain(citation => citation.Norm == "generic/8.1/b");
        (await scene.DecideAsync(ItemOutcome.Refused, ["unreasonable"]))
            .ShouldBeOfType<ActResult.Refused>()
            .Why.ShouldContain("against the protocol");
        (await scene.DecideAsync(ItemOutcome.All)).ShouldBeOfType<ActResult.Done>();
    }

    [Theory, EveryDatabase]
    [Norm("generic/8.1/c")]
    [Norm("generic/8.2/a")]
    public async Task Decide_WhatIsExempt_IsForTheProperOfficerAloneToKeepBack(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "generic");
        await scene.FoundAsync(facts: [("exempt-category", "business-affairs"), ("relates-to-meeting-business", "yes")]);
        (await scene.DecideAsync(ItemOutcome.Refused, ["sch12a-3"])).ShouldBeOfType<ActResult.Refused>().Source.ShouldBe("generic/8.2/a");
        (await scene.DecideAsync(ItemOutcome.All)).ShouldBeOfType<ActResult.Refused>().Source.ShouldBe("generic/8.2/a");

        (await scene.DoubtAsync(RaiseDoubt.ProperOfficer)).ShouldBeOfType<ActResult.Done>();
        (await scene.ConsultedAsync()).ShouldBe(scene.Council.People.Clerk);
        (await scene.AnswerAsync(scene.Council.People.Clerk, ItemAnswerWord.Withhold)).ShouldBeOfType<ActResult.Done>();

        (await scene.DecideAsync(ItemOutcome.All, inSpite: "All the same."))
            .ShouldBeOfType<ActResult.Refused>()
            .Source.ShouldBe("generic/8.1/c");
        (await scene.DecideAsync(ItemOutcome.Refused, ["sch12a-3"])).ShouldBeOfType<ActResult.Done>();
        (await scene.ReplyAsync()).ShouldBeOfType<ActResult.Done>();
        var said = await SaidAsync(scene, "reply");
        said.ShouldContain("Schedule 12A paragraph 3");
        said.ShouldContain(InformationScene.Reasons);
    }

    [Theory, EveryDatabase]
    [Norm("wigan/6.4/a")]
    public async Task Decide_WithoutANeedToKnow_IsRefusedAndWithOneIsLetOutAndKept(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "wigan");
        await scene.FoundAsync(facts: [("need-to-know-shown", "yes")]);
        (await scene.DecideAsync(ItemOutcome.All, inSpite: "I trust the member."))
            .ShouldBeOfType<ActResult.Refused>()
            .Source.ShouldBe("wigan/6.4/a");

        await scene.NeededAsync();
        (await scene.DecideAsync(ItemOutcome.All)).ShouldBeOfType<ActResult.Done>();

        (await scene.DecidedByAsync()).ShouldContain(text => text.Contains("register need-to-know wigan/6.4/a"));
    }

    [Theory]
    [InlineData("request-unlimited", "yes", "wigan/6.4/b")]
    [InlineData("inspection-reason", "curiosity", "wigan/6.4/c")]
    [InlineData("inspection-reason", "personal", "wigan/6.4/d")]
    [Norm("wigan/6.4/b")]
    [Norm("wigan/6.4/c")]
    [Norm("wigan/6.4/d")]
    public async Task Decide_WhatIsNoNeed_IsRefusedForGoodWithTheClause(string fact, string value, string norm)
    {
        await using var scene = await InformationScene.StartAsync(DatabaseKind.Sqlite, "wigan");
        await scene.NeededAsync();
        await scene.FoundAsync(facts: [("need-to-know-shown", "yes"), (fact, value)]);

        (await scene.DecideAsync(ItemOutcome.All, inSpite: "All the same.")).ShouldBeOfType<ActResult.Refused>().Source.ShouldBe(norm);
        (await scene.DecideAsync(ItemOutcome.Refused, ["no-need"])).ShouldBeOfType<ActResult.Done>();
    }

    [Theory, EveryDatabase]
    [Norm("wigan/6.5/a")]
    public async Task Decide_WhatGoesBeyondTheService_ShouldNotBeLetOutUnlessSomebodySaysWhy(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "wigan");
        await scene.NeededAsync();
        await scene.FoundAsync(facts: [("need-to-know-shown", "yes"), ("within-service-resources", "no")]);

        (await scene.DecideAsync(ItemOutcome.All)).ShouldBeOfType<ActResult.Refused>().Source.ShouldBe("wigan/6.5/a");
        (await scene.DecideAsync(ItemOutcome.All, inSpite: "The committee meets tomorrow.")).ShouldBeOfType<ActResult.Done>();
        (await scene.ItemAsync()).Ruling!.InSpite.ShouldBe("The committee meets tomorrow.");
    }

    [Theory, EveryDatabase]
    [Norm("wigan/6.7/b")]
    public async Task Decide_WhatAnybodyCouldHave_IsLetOutWithoutANeedOrAFormalRequest(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "wigan");
        await scene.FoundAsync(facts: [("available-to-anyone", "yes")]);

        (await scene.VerdictAsync()).Citations.ShouldContain(citation => citation.Norm == "wigan/6.7/b");
        (await scene.DecideAsync(ItemOutcome.All)).ShouldBeOfType<ActResult.Done>();
        (await scene.Council.MatterAsync(scene.Reference)).Duties.ShouldHaveSingleItem().Kind.ShouldBe(EnquiryRules.ReplyDuty);
    }

    [Theory, EveryDatabase]
    [Norm("borough/4.1/a")]
    [Norm("borough/4.1/b")]
    [Norm("borough/4.1/c")]
    public async Task Decide_PersonalRecords_WaitForTheWrittenAgreementAndKeepIt(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "borough");
        await scene.FoundAsync(facts: [("personal-information", "yes"), ("needed-for-role", "yes")]);
        (await scene.DecideAsync(ItemOutcome.All, inSpite: "She said yes."))
            .ShouldBeOfType<ActResult.Refused>()
            .Source.ShouldBe("borough/4.1/b");
        await scene.FoundAsync(new() { PersonSaid = ItemConsents.Refused }, facts: [("personal-information", "yes")]);
        (await scene.VerdictAsync()).Kind.ShouldBe(VerdictKind.No);

        var agreed = new Consent("Winifred Ashgrove", "her rent account", new DateOnly(2026, 4, 1), "Her letter of 1 April");
        await scene.FoundAsync(new() { PersonSaid = ItemConsents.Given, OfPerson = agreed }, facts: [("personal-information", "yes")]);
        (await scene.DecideAsync(ItemOutcome.All)).ShouldBeOfType<ActResult.Done>();

        var decided = await scene.DecidedByAsync();
        decided.ShouldContain(text => text.Contains("register written-consents borough/4.1/c"));
        decided.ShouldContain(text => text.Contains("register need-stated borough/4.1/a"));
        (await scene.ItemAsync()).Consents.OfPerson.ShouldBe(agreed);

        // A resident's name lies in the clear nowhere.
        var texts = await scene.Council.ReadAsync(db => Task.FromResult(db.Contents.Select(content => content.Text).ToList()));
        texts.ShouldNotContain(text => text != null && text.Contains("Ashgrove"));
    }

    [Theory]
    [InlineData("group-advice", "borough/2.4/b")]
    [InlineData("member-advice", "borough/2.4/a")]
    [Norm("borough/2.4/c")]
    public async Task Decide_AdviceToSomebodyElse_IsRefusedForGoodAndTheFactsBehindItAreOpen(string advice, string norm)
    {
        await using var scene = await InformationScene.StartAsync(DatabaseKind.Sqlite, "borough");
        await scene.FoundAsync(facts: [("item", advice)]);
        (await scene.DecideAsync(ItemOutcome.All, inSpite: "All the same.")).ShouldBeOfType<ActResult.Refused>().Source.ShouldBe(norm);

        await scene.FoundAsync(facts: [("item", "advice-facts")]);
        (await scene.DecideAsync(ItemOutcome.All)).ShouldBeOfType<ActResult.Done>();

        (await scene.DecidedByAsync()).ShouldContain(text => text.Contains("register facts-given-out borough/2.4/c"));
    }

    [Theory]
    [InlineData("west-lavington")]
    [InlineData("town")]
    public async Task Decide_WhereTheProtocolIsSilent_IsTheOfficersAndTheAnswerSaysSo(string protocol)
    {
        await using var scene = await InformationScene.StartAsync(DatabaseKind.Sqlite, protocol);
        await scene.FoundAsync();

        var verdict = await scene.VerdictAsync();

        verdict.Kind.ShouldBe(VerdictKind.Silent);
        verdict.Why.ShouldNotBeEmpty();
        (await scene.DecideAsync(ItemOutcome.All)).ShouldBeOfType<ActResult.Done>();
    }

    [Theory, EveryDatabase]
    public async Task Decide_ToKeepBack_NeedsAGroundAndReasonsThatSomebodyCanJudge(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "wigan");
        await scene.FoundAsync();

        (await scene.DecideAsync(ItemOutcome.Refused)).ShouldBeOfType<ActResult.Refused>().Why.ShouldContain("from the list");
        (await scene.DecideAsync(ItemOutcome.Refused, ["no-need"], reasons: "It is policy."))
            .ShouldBeOfType<ActResult.Refused>()
            .Why.ShouldContain("in public");
        (await scene.ItemAsync()).Item.Outcome.ShouldBe(ItemOutcome.Open);
    }

    [Theory, EveryDatabase]
    public async Task Decide_ToLetOutAPart_AsksTheProtocolAboutTheRestAndTellsWhatIsLeftOut(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "borough");
        await scene.FoundAsync(facts: [("personal-information", "yes")]);
        (await scene.DecideAsync(ItemOutcome.Part, ["resources"])).ShouldBeOfType<ActResult.Refused>().Source.ShouldBe("borough/4.1/b");

        (await scene.DecideAsync(ItemOutcome.Part, ["person"])).ShouldBeOfType<ActResult.Done>();

        (await scene.ReplyAsync()).ShouldBeOfType<ActResult.Done>();
        (await SaidAsync(scene, "reply")).ShouldContain("Left out: The rent");
    }

    [Theory, EveryDatabase]
    public async Task Reply_BeforeEverythingIsDecided_IsRefusedAndSendsNothing(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "wigan");

        (await scene.ReplyAsync()).ShouldBeOfType<ActResult.Refused>().Why.ShouldContain("The lease of the pavilion");

        (await scene.Council.MatterAsync(scene.Reference)).State.ShouldBe(MatterState.Open);
    }

    [Theory, EveryDatabase]
    public async Task Decide_ByAnybodyButWhoeverHasIt_FindsNothingThere(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "wigan");
        await scene.FoundAsync();

        foreach (var person in new[] { scene.Council.People.Member, scene.Council.People.Manager, scene.Council.People.OtherGroupMember })
        {
            (
                await scene.ActAsync<DecideItem>(
                    (act, at, by) => act.ExecuteAsync(new(at, 1, ItemOutcome.All, new([], "", "", ""), false), by, default),
                    person
                )
            ).ShouldBeOfType<ActResult.NotThere>();
        }
    }

    internal static async Task<string> SaidAsync(InformationScene scene, string kind)
    {
        var id = (await scene.Council.MatterAsync(scene.Reference)).Messages.Last(message => message.Kind == kind).ContentId;
        return await scene.Council.ReadAsync(db => Task.FromResult(db.Contents.Single(content => content.Id == id).Text!));
    }
}
