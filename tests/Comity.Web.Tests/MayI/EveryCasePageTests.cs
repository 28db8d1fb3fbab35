using System.Net;
using System.Text.RegularExpressions;
using Comity.Protocols;
using Comity.Protocols.Calendars;
using Comity.Protocols.Cases;
using Comity.Protocols.Interviews;
using Comity.Protocols.Language;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Case = Comity.Protocols.Cases.Case;
using Said = Comity.Web.Pages.MayI.Said;

namespace Comity.Web.Tests.MayI;

/// <summary>
/// The examples beside each protocol are put to the page on which people ask, in a council that reads the protocol with the law, and not to the engine alone.
/// </summary>
public sealed partial class EveryCasePageTests
{
    [Theory]
    [InlineData("generic")]
    [InlineData("west-lavington")]
    [InlineData("wigan")]
    [InlineData("borough")]
    [InlineData("town")]
    [Trait("Takes", "long")]
    public async Task Answer_to_every_case_is_on_the_page_as_the_case_expects_it(string key)
    {
        var (cases, asked, byLaw) = await AskAsync(key, _ => true);

        asked.ShouldBeGreaterThan(cases * 99 / 100);
        byLaw.ShouldBeLessThan(cases / 20);
    }

    /// <summary>What a member or an officer is told who asks before doing it, where there is no other page on which it is done.</summary>
    [Theory]
    [InlineData("borough/6.1/c")]
    [InlineData("borough/6.1/d")]
    [InlineData("town/3.1.2/a")]
    [InlineData("town/4.1/i")]
    [InlineData("town/4.2/e")]
    [InlineData("town/4.2/g")]
    [InlineData("west-lavington/2.2.4/a")]
    [InlineData("west-lavington/2.2.4/b")]
    [InlineData("west-lavington/2.2.4/c")]
    [InlineData("west-lavington/3.1/j")]
    [InlineData("west-lavington/3.2/e")]
    [Norm("borough/6.1/c")]
    [Norm("borough/6.1/d")]
    [Norm("town/3.1.2/a")]
    [Norm("town/4.1/i")]
    [Norm("town/4.2/e")]
    [Norm("town/4.2/g")]
    [Norm("west-lavington/2.2.4/a")]
    [Norm("west-lavington/2.2.4/b")]
    [Norm("west-lavington/2.2.4/c")]
    [Norm("west-lavington/3.1/j")]
    [Norm("west-lavington/3.2/e")]
    public async Task Ask_what_a_norm_is_about_before_doing_it_answers_by_the_norm(string norm)
    {
        var (_, asked, byLaw) = await AskAsync(norm[..norm.IndexOf('/', StringComparison.Ordinal)], example => example.Norm == norm);

        asked.ShouldBePositive();
        byLaw.ShouldBe(0);
    }

    /// <returns>How many cases there are, how many the page can be asked, and of how many the law beside the protocol decides.</returns>
    private static async Task<(int Cases, int Asked, int ByLaw)> AskAsync(string key, Func<Case, bool> which)
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, TestPeople.TextsOf(key));
        var member = await council.AsAsync(council.People.Member);
        var today = council.App.Clock.Today();
        var read = await council.DoAsync<Library, ReadTogether>(library => library.OnAsync(today, default));
        var calendars = CouncilCalendars.Of(read.Holidays, Nation.EnglandAndWales);
        var cases = PackFolder.Open(Checkout.PathOf(PackFolder.Name)).Library.CasesOf(key).Where(which).ToList();
        var wrong = new List<string>();
        var (asked, byLaw) = (0, 0);
        foreach (var example in cases)
        {
            if (AddressOf(example, read, today, calendars) is not { } address)
            {
                continue;
            }

            var built = Built(example.Situation!, read, today);
            var answer = CaseRunner.Run(read.Protocol, example with { Situation = built }, calendars);
            var decision = answer.Decision!;
            if (answer.Failures.Count > 0)
            {
                // The case names the protocol alone; where that is silent, the law that the council reads beside it may speak.
                var lawSpeaks = decision.Outcome == Outcome.NeedsFacts || decision.DecidedBy.Any(citation => citation.Layer == Layer.Law);
                lawSpeaks.ShouldBeTrue($"{example.Norm}: {example.Title}: {answer.Failures[0]}");
                byLaw++;
            }

            asked++;
            using var response = await member.Client.GetAsync(new Uri(address, UriKind.Relative));
            var html = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
            var headline = Headline().Match(html).Groups[1].Value;
            var unnamed = decision
                .DecidedBy.Concat(decision.Registers.SelectMany(kept => kept.Citations))
                .Where(citation => citation.Layer == Layer.Protocol)
                .Select(citation => citation.Clause)
                .Distinct()
                .Where(clause => !html.Contains($"/protocol/clauses/{Uri.EscapeDataString(clause)}\"", StringComparison.Ordinal));
            if (response.StatusCode != HttpStatusCode.OK || headline != Explanation.Headline(decision) || unnamed.Any())
            {
                wrong.Add(
                    $"{example.Norm}: {example.Title}: {response.StatusCode} “{headline}” for “{Explanation.Headline(decision)}”, {string.Join(' ', unnamed)} at {address}"
                );
            }
        }

        wrong.ShouldBeEmpty();
        return (cases.Count, asked, byLaw);
    }

    [GeneratedRegex("id=\"answer\">([^<]*)<")]
    private static partial Regex Headline();

    /// <summary>The situation of a case as it stands on the page today: what the case leaves open is asked, and left open. Null where the page has no place for it.</summary>
    private static string? AddressOf(Case example, ReadTogether read, DateOnly today, CouncilCalendars calendars)
    {
        var situation = example.Situation!;
        if (
            situation.By.Count > 1
            || situation.To.Count > 1
            || situation.About.Count > 1
            || !read.Protocol.ActsNamed.Contains(situation.Act)
        )
        {
            return null;
        }

        var query = new QueryCollection(Answers(situation).ToDictionary(answer => answer.Key, answer => new StringValues(answer.Value)));
        var said = Said.From(read.Vocabulary.Acts[situation.Act], query, read.Vocabulary).ShouldNotBeNull();
        while (said.In(read.Protocol, today).Next(calendars) is not SettledStep)
        {
            said = said.In(read.Protocol, today).Next(calendars) switch
            {
                WhoStep who => said.With(Said.KeyOf(who.Place), ""),
                FactStep fact => said.With(fact.Question.Fact.Name, ""),
                var other => throw new InvalidOperationException($"{other} is no question."),
            };
        }

        return said.AnswerPath();
    }

    private static Situation Built(Situation situation, ReadTogether read, DateOnly today) =>
        AskedSituation.In(read.Vocabulary, situation.Act, Answers(situation)).On(today).Build();

    private static List<SaidAnswer> Answers(Situation situation) =>
        [
            .. situation.By.Select(role => new SaidAnswer(AskedSituation.By, role)),
            .. situation.To.Select(role => new SaidAnswer(AskedSituation.To, role)),
            .. situation.About.Select(role => new SaidAnswer(AskedSituation.About, role)),
            .. situation.Facts.Select(fact => new SaidAnswer(fact.Key, fact.Value)),
        ];
}
