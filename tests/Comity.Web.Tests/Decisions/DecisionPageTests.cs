using System.Net;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Web.Tests.Decisions;

public class DecisionPageTests
{
    /// <summary>
    /// The promise of an upgrade: what was decided under a text answers the same from that text, however the text reads today. The clause on
    /// ten working days becomes one on fifteen.
    /// </summary>
    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Replay_after_the_protocols_text_was_upgraded_gives_the_old_answer_and_new_questions_the_new_one(DatabaseKind kind)
    {
        await using var scene = await EnquiryScene.StartAsync(kind);
        var before = await TakenAsync(scene);
        var then = before.Single(decision => decision.Answer.Contains("10 working days", StringComparison.Ordinal));
        scene.App.Clock.Advance(TimeSpan.FromDays(1));

        (await scene.App.TakeUpAsync(CouncilTexts.WithProtocol(InFifteenDays))).ShouldBeTrue();

        var member = await scene.AsAsync(scene.Member);
        var page = await member.GetAsync($"/enquiries/{scene.Reference}/decisions");
        page.Status.ShouldBe(HttpStatusCode.OK);
        foreach (var decision in before)
        {
            var again = await member.SubmitAsync(page, $"#again-{decision.Id:N}");
            again.Status.ShouldBe(HttpStatusCode.OK);
            again
                .Document.QuerySelector($"#d-{decision.Id:N} .govuk-notification-banner--success")!
                .TextContent.ShouldContain("The same answer, line by line.");
        }

        await using var scope = scene.App.Services.CreateAsyncScope();
        var replayed = await scope.ServiceProvider.GetRequiredService<ReplayDecision>().ExecuteAsync(then.Id, CancellationToken.None);
        replayed!.Now.ShouldBe(then.Answer);
        var rules = scope.ServiceProvider.GetRequiredService<EnquiryRules>();
        var today = new DateOnly(2026, 4, 3);
        var matter = await scope.ServiceProvider.GetRequiredService<ComityDb>().Matters.SingleAsync();
        var fresh = await rules.ReplyOwedAsync(matter, today, today, CancellationToken.None);
        fresh.Decision.Answer.ShouldContain("15 working days");
        fresh.Decision.Answer.ShouldNotContain("10 working days");
        (await scene.AskAsync()).ShouldNotBe(scene.Reference);
        (await TakenAsync(scene)).ShouldContain(decision => decision.Answer.Contains("15 working days", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Replay_an_answer_that_was_tampered_with_shows_the_difference()
    {
        await using var scene = await EnquiryScene.StartAsync();
        var then = (await TakenAsync(scene)).First(decision => decision.Answer.Contains("10 working days", StringComparison.Ordinal));
        await using (var db = scene.App.OpenDatabase())
        {
            await db
                .Contents.Where(content => content.Id == then.AnswerContentId)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(content => content.Text, then.Answer.Replace("10 working", "90 working", StringComparison.Ordinal))
                );
        }

        var member = await scene.AsAsync(scene.Member);
        var again = await member.SubmitAsync(await member.GetAsync($"/enquiries/{scene.Reference}/decisions"), $"#again-{then.Id:N}");

        var banner = again.Document.QuerySelector($"#d-{then.Id:N} .govuk-notification-banner")!;
        banner.TextContent.ShouldContain("The answer is different.");
        banner.TextContent.ShouldContain("90 working days");
        banner.TextContent.ShouldContain("10 working days");
    }

    [Fact]
    public async Task Read_the_decisions_shows_situation_clauses_and_the_hash_of_every_text()
    {
        await using var scene = await EnquiryScene.StartAsync();
        var officer = await scene.AsAsync(scene.Officer);

        var page = await officer.GetAsync($"/enquiries/{scene.Reference}/decisions");

        page.Document.QuerySelectorAll("main section").Length.ShouldBe(2);
        page.Text.ShouldContain("(wigan/6.2/a)");
        page.Text.ShouldContain("Thursday 2 April 2026");
        await using var db = scene.App.OpenDatabase();
        foreach (var line in (await db.TextEditions.SingleAsync()).Texts.Split('\n'))
        {
            page.Text.ShouldContain(line);
        }
    }

    [Fact]
    public async Task Replay_a_decision_of_another_matter_through_this_one_is_not_found()
    {
        await using var scene = await EnquiryScene.StartAsync();
        var own = await TakenAsync(scene);
        var other = await scene.AskAsync();
        var foreign = (await TakenAsync(scene)).First(decision => own.TrueForAll(known => known.Id != decision.Id));
        var member = await scene.AsAsync(scene.Member);
        var page = await member.GetAsync($"/enquiries/{scene.Reference}/decisions");

        var form = $"#again-{own[0].Id:N}";

        other.ShouldNotBe(scene.Reference);
        (await member.SubmitAsync(page, form, ("decision", $"{foreign.Id:N}"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await member.SubmitAsync(page, form, ("decision", "rubbish"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await member.SubmitAsync(page, form, ("decision", null))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string InFifteenDays(string text)
    {
        var changed = text.Replace("10 working days after", "15 working days after", StringComparison.Ordinal);
        changed.ShouldNotBe(text);
        return changed;
    }

    private static async Task<List<(Guid Id, Guid AnswerContentId, string Answer)>> TakenAsync(EnquiryScene scene)
    {
        await using var db = scene.App.OpenDatabase();
        var rows = await db
            .Decisions.OrderBy(row => row.TakenAt)
            .ThenBy(row => row.Id)
            .Select(row => new
            {
                row.Id,
                row.AnswerContentId,
                db.Contents.Single(content => content.Id == row.AnswerContentId).Text,
            })
            .ToListAsync();
        return [.. rows.Select(row => (row.Id, row.AnswerContentId, row.Text!))];
    }
}
