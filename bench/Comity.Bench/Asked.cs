using Comity.Protocols;

namespace Comity.Bench;

/// <summary>One question as the hand-written switch takes it: every fact of the three acts, known.</summary>
internal readonly record struct Asked(
    AskedAct Act,
    byte Signatory,
    byte Purpose,
    byte Venue,
    byte SubjectMatter,
    bool Individual,
    bool ReplyToOwnLetter,
    bool Delegated,
    bool Obliges,
    bool Instructs,
    bool PartlyPolitical,
    bool PartlyPrivate,
    bool MediaPresent,
    bool Abuse,
    bool DoubtsNeutrality
)
{
    private static readonly string[] Signatories = ["officer", "member", "chairman", "committee-chairman", "sender"];
    private static readonly string[] Purposes = ["council-business", "party-political", "campaigning", "private"];
    private static readonly string[] Venues = ["public-meeting", "press", "social-media", "other-public", "private-meeting", "private"];
    private static readonly string[] SubjectMatters = ["conduct-or-capability", "advice-or-report", "other"];

    /// <summary>The same question in the words of the vocabulary.</summary>
    public Situation ToSituation(Vocabulary vocabulary)
    {
        var asking = Situation.In(vocabulary).By("member");
        return (
            Act switch
            {
                AskedAct.SendOfficialLetter => asking
                    .Act("send-official-letter")
                    .With("signatory", Signatories[Signatory])
                    .With("reply-to-letter-sent-to-member", ReplyToOwnLetter)
                    .With("specific-delegation", Delegated)
                    .With("creates-obligation", Obliges)
                    .With("gives-instruction", Instructs),
                AskedAct.UseResources => asking
                    .Act("use-resources")
                    .With("purpose", Purposes[Purpose])
                    .With("partly-party-political", PartlyPolitical)
                    .With("partly-private", PartlyPrivate),
                _ => asking
                    .Act("criticise-publicly")
                    .About("officer")
                    .With("target", Individual ? "individual" : "collective")
                    .With("subject-matter", SubjectMatters[SubjectMatter])
                    .With("venue", Venues[Venue])
                    .With("media-present", MediaPresent)
                    .With("abuse", Abuse)
                    .With("questions-impartiality", DoubtsNeutrality),
            }
        ).Build();
    }
}
