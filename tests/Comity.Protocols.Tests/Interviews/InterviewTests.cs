using Comity.Protocols.Interviews;
using Comity.Protocols.Language;
using Comity.Protocols.Tests.Packs;
using Comity.Protocols.Vocabularies;

namespace Comity.Protocols.Tests.Interviews;

public class InterviewTests
{
    private const int MostSteps = 30;
    private const ulong Seed = 20260402;

    private static readonly HashSet<Party> Nobody = [];
    private static readonly HashSet<string> NothingUnknown = [];

    public static TheoryData<string> Keys =>
        [.. Repository.Library.Files.Where(file => file.Control.Layer == Layer.Protocol).Select(file => file.Control.Protocol)];

    /// <summary>Whatever is answered, and whatever is left open.</summary>
    [Theory]
    [MemberData(nameof(Keys))]
    public void Go_on_answering_comes_to_an_answer_and_nothing_is_asked_twice(string key)
    {
        var protocol = Repository.Library.Compile(key);
        var chance = new Chance(Seed);
        foreach (var act in protocol.ActsNamed)
        {
            for (var round = 0; round < 6; round++)
            {
                Run(protocol, act, chance);
            }
        }
    }

    [Fact]
    public void Ask_about_a_place_of_which_no_rule_speaks_is_never_done()
    {
        var protocol = Repository.Library.Compile("wigan");
        foreach (var act in protocol.Acts)
        {
            var step = new Interview(protocol, Situation.In(protocol.Vocabulary).Act(act).Build(), Nobody, NothingUnknown).Next();

            if (step is WhoStep who)
            {
                protocol.RulesOn(act).SelectMany(rule => In(rule.Scope, who.Place)).ShouldNotBeEmpty(act);
            }
        }
    }

    [Fact]
    public void Ask_for_a_role_that_changes_nothing_any_more_is_left_out()
    {
        var protocol = Repository.Library.Compile("wigan");
        var said = Situation.In(protocol.Vocabulary).Act("reply").By("officer").To("public").Build();

        // The protocol owes a resident nothing, whatever was sent.
        new Interview(protocol, said, Nobody, NothingUnknown)
            .Next()
            .ShouldBeOfType<SettledStep>();
    }

    /// <summary>No rule speaks of it, and somebody may ask all the same.</summary>
    [Fact]
    public void Ask_about_an_act_with_nothing_but_a_noted_silence_comes_to_that_silence()
    {
        var protocol = Repository.Library.Compile("wigan");
        protocol.RulesOn("change-advice").ShouldBeEmpty();
        ActSearch.Find(protocol, "change the recommendation in the report")[0].Name.ShouldBe("change-advice");
        var said = Situation.In(protocol.Vocabulary).Act("change-advice");

        new Interview(protocol, said.Build(), Nobody, NothingUnknown)
            .Next()
            .ShouldBeOfType<WhoStep>()
            .Offered.Select(role => role.Name)
            .ShouldBe(["member"]);

        new Interview(protocol, said.By("member").Build(), Nobody, NothingUnknown)
            .Next()
            .ShouldBeOfType<SettledStep>()
            .Decision.Gap!.Key.ShouldBe("wigan/pressure-on-advice");
    }

    [Theory]
    [InlineData("who decides what the protocol means", "interpret-protocol")]
    [InlineData("May I talk to the press?", "speak-to-media")]
    [InlineData("can I see a document", "inspect-document")]
    [InlineData("complain about an officer", "raise-concern")]
    [InlineData("send a letter in the council's name", "send-official-letter")]
    [InlineData("how long to answer an enquiry", "reply")]
    [InlineData("tell an officer what to do", "instruct-officer")]
    [InlineData("officer at our group meeting", "attend-group-meeting")]
    [InlineData("reply", "reply")]
    [InlineData("officer ignored my email for three weeks", "reply")]
    [InlineData("my brother works for the council", "keep-distance")]
    [InlineData("post about the officer on facebook", "criticise-publicly")]
    [InlineData("officer asks me to help with regrading of her post", "raise-personal-matter")]
    [InlineData("borrow the council van for a private move", "use-resources")]
    [InlineData("housing benefit records of a resident", "inspect-document")]
    [InlineData("end an abusive phone call", "reply")]
    [InlineData("can the leader tell a planning officer to do a site visit tomorrow", "instruct-officer")]
    public void Find_an_act_by_ordinary_words_puts_the_likeliest_among_the_first(string words, string act) =>
        ActSearch.Find(Repository.Library.Compile("wigan"), words).Take(3).Select(found => found.Name).ShouldContain(act);

    [Theory]
    [InlineData("talk to the press about a decision", "speak-to-media")]
    [InlineData("see a confidential document", "inspect-document")]
    [InlineData("get an officer to repair a pothole", "request-task")]
    [InlineData("share a secret report with a friend", "disclose-information")]
    [InlineData("print leaflets on the council's copier", "use-resources")]
    [InlineData("tell the press what I think of an officer's work in public", "criticise-publicly")]
    [InlineData("ask a junior member of staff directly", "contact-junior-officer")]
    [InlineData("visit a school in my ward", "visit-school")]
    public void Find_an_act_by_a_sentence_puts_what_fits_most_of_it_first(string words, string act) =>
        ActSearch.Find(Repository.Library.Compile("wigan"), words)[0].Name.ShouldBe(act);

    [Theory]
    [InlineData("bcc another councillor", "copy-correspondence")]
    [InlineData("drop in to see an officer", "discuss")]
    [InlineData("my wife works for the council", "disclose-relationship")]
    public void Find_an_act_about_which_the_protocol_is_known_to_be_silent_finds_it(string words, string act) =>
        ActSearch.Find(Repository.Library.Compile("generic"), words).Take(3).Select(found => found.Name).ShouldContain(act);

    [Theory]
    [InlineData("bullying", "pressure-officer")]
    [InlineData("organise the caretaker's rota", "direct-operations")]
    [InlineData("post about an officer on Facebook", "criticise-publicly")]
    [InlineData("sign a letter on behalf of the council", "send-official-letter")]
    public void Find_an_act_by_the_words_of_a_parish_puts_it_among_the_first(string words, string act) =>
        ActSearch.Find(Repository.Library.Compile("generic"), words).Take(3).Select(found => found.Name).ShouldContain(act);

    [Theory]
    [InlineData("")]
    [InlineData("may I the of a")]
    [InlineData("zebra crossing paint")]
    public void Find_by_words_that_say_nothing_finds_nothing(string words) =>
        ActSearch.Find(Repository.Library.Compile("wigan"), words).ShouldBeEmpty();

    private static void Run(Protocol protocol, string act, Chance chance)
    {
        var builder = Situation.In(protocol.Vocabulary).Act(act);
        var nobody = new HashSet<Party>();
        var notKnown = new HashSet<string>(StringComparer.Ordinal);
        for (var step = 0; step < MostSteps; step++)
        {
            var isLeftOpen = chance.Next(4) == 0;
            switch (new Interview(protocol, builder.Build(), nobody, notKnown).Next())
            {
                case WhoStep who:
                    who.Offered.ShouldNotBeEmpty();
                    nobody.ShouldNotContain(who.Place);
                    if (isLeftOpen)
                    {
                        nobody.Add(who.Place);
                    }
                    else
                    {
                        builder = With(builder, who.Place, who.Offered[chance.Next(who.Offered.Count)].Name);
                    }

                    break;
                case FactStep { Question.Fact: var fact }:
                    builder.Build().Facts.Keys.ShouldNotContain(fact.Name);
                    notKnown.ShouldNotContain(fact.Name);
                    if (isLeftOpen)
                    {
                        notKnown.Add(fact.Name);
                    }
                    else
                    {
                        builder = builder.With(fact.Name, Some(fact, chance));
                    }

                    break;
                case SettledStep settled:
                    if (notKnown.Count == 0)
                    {
                        settled.Decision.Outcome.ShouldNotBe(Outcome.NeedsFacts, builder.Build().ToCanonicalText());
                    }

                    settled.Decision.Questions.Select(question => question.Fact.Name).ShouldBeSubsetOf(notKnown);
                    return;
            }
        }

        throw new ShouldAssertException($"no end after {MostSteps} questions: {builder.Build().ToCanonicalText()}");
    }

    private static string Some(Fact fact, Chance chance) =>
        fact.Kind switch
        {
            FactKind.Date => "2026-04-02",
            FactKind.Number => "3",
            _ => fact.Choices[chance.Next(fact.Choices.Count)].Name,
        };

    private static IReadOnlyList<Name> In(RuleScope scope, Party place) =>
        place switch
        {
            Party.Actor => scope.By,
            Party.Recipient => scope.To,
            _ => scope.About,
        };

    private static SituationBuilder With(SituationBuilder builder, Party place, string role) =>
        place switch
        {
            Party.Actor => builder.By(role),
            Party.Recipient => builder.To(role),
            _ => builder.About(role),
        };

    /// <summary>The same choices in every run (Knuth's MMIX generator).</summary>
    private sealed class Chance(ulong seed)
    {
        private ulong state = seed;

        public int Next(int below)
        {
            state = (state * 6364136223846793005) + 1442695040888963407;
            return (int)((state >> 33) % (ulong)below);
        }
    }
}
