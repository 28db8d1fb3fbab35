using System.Globalization;
using System.Security.Claims;
using Comity.Protocols;
using Comity.Service.ProtocolLibrary;
using Comity.Testing;
using Microsoft.AspNetCore.Authorization;

namespace Comity.Bench;

/// <summary>
/// The same three acts of the Wigan protocol by what .NET has for rules: FluentValidation, and the authorization policies of ASP.NET Core. Each names every rule
/// in force, and all are held against the hand-written switch first.
/// </summary>
internal static class Peers
{
    private const int Situations = 16_384;
    private const int Stretch = 1_024;
    private const int Rounds = 4;

    public static int Run()
    {
        var read = ReadTogether.From([.. TestPeople.WiganTexts()], "bench");
        var protocol = read.Protocol;
        var questions = HandWrittenSwitch.Situations(Situations, seed: 20261122);
        var asked = Array.ConvertAll(questions, question => question.ToSituation(read.Vocabulary));
        var encoded = Array.ConvertAll(asked, protocol.Encode);
        var validator = new WiganValidator();
        using var services = new ServiceCollection()
            .AddLogging()
            .AddAuthorizationCore()
            .AddSingleton<IAuthorizationHandler, RuleHandler>()
            .BuildServiceProvider();
        var policies = services.GetRequiredService<IAuthorizationService>();
        var person = new ClaimsPrincipal(new ClaimsIdentity("bench"));
        for (var i = 0; i < questions.Length; i++)
        {
            var hand = HandWrittenSwitch.Decide(questions[i]);
            if (
                protocol.Evaluate(encoded[i]).Outcome != hand.Outcome
                || validator.Decide(questions[i]) != hand
                || Allowed(policies, person, questions[i]) != hand
            )
            {
                Console.Error.WriteLine($"They differ for\n{asked[i].ToCanonicalText()}");
                return 1;
            }
        }

        Turns.Measure(
            string.Create(CultureInfo.InvariantCulture, $"{Situations} random situations of 3 acts, the same outcomes and rules from all"),
            Situations,
            Stretch,
            Rounds,
            ("decision, all deciding clauses", start => Sum(start, i => (ulong)protocol.Evaluate(encoded[i]).InForce)),
            ("explained", start => Sum(start, i => (ulong)protocol.Decide(asked[i]).DecidedBy.Count)),
            ("FluentValidation 11.11", start => Sum(start, i => validator.Decide(questions[i]).Rules)),
            ("ASP.NET Core authorization", start => Sum(start, i => Allowed(policies, person, questions[i]).Rules))
        );
        return 0;
    }

    private static (Outcome Outcome, ulong Rules) Allowed(IAuthorizationService policies, ClaimsPrincipal person, Asked asked)
    {
        // Every handler ends at once, and so does the task.
        var result = policies.AuthorizeAsync(person, asked, RuleRequirement.ByAct[asked.Act]).GetAwaiter().GetResult();
        ulong rules = 0;
        foreach (var reason in result.Failure?.FailureReasons ?? [])
        {
            rules |= ulong.Parse(reason.Message, CultureInfo.InvariantCulture);
        }

        return (HandWrittenSwitch.OutcomeOf(asked.Act, rules), rules);
    }

    private static ulong Sum(int start, Func<int, ulong> work)
    {
        ulong sum = 0;
        for (var i = start; i < start + Stretch; i++)
        {
            sum += work(i);
        }

        return sum;
    }
}
