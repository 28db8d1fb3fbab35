namespace Comity.Protocols.Tests.Evaluation;

/// <summary>A small protocol that uses every form of the language, in several layers.</summary>
internal static class SampleProtocol
{
    public const string Key = "sample";

    public const string VocabularyText = """
        # Sample
        ```act ask
        label "Ask"
        says "Somebody asks."
        words question, query
        ```
        ```act tell
        label "Tell"
        ```
        ```act complain
        label "Complain"
        ```
        ```act sign
        label "Sign"
        ```
        ```role member
        label "Member"
        ```
        ```role leader
        label "Leader"
        is member
        ```
        ```role officer
        label "Officer"
        ```
        ```role director
        label "Director"
        is officer
        ```
        ```role monitoring-officer
        label "Monitoring Officer"
        is officer
        ```
        ```role line-manager
        label "line manager"
        is officer
        ```
        ```fact urgent
        kind yes-no
        ask "Is it urgent?"
        presume no
        ```
        ```fact raining
        kind yes-no
        ask "Is it raining?"
        ```
        ```fact consented
        kind yes-no
        ask "Has consent been given?"
        ```
        ```fact delegated
        kind yes-no
        ask "Is there a delegation?"
        ```
        ```fact topic
        kind one of
        value ward "A ward matter"
        value policy "Policy"
        value staff "Staff"
        value private "Something private"
        ask "What is it about?"
        ```
        ```fact minutes
        kind number
        ask "How many minutes will it take?"
        ```
        ```fact received-on
        kind date
        ask "When was it received?"
        ```
        """;

    public const string ProtocolText = """
        ---
        protocol: sample
        title: A sample
        nation: england
        version:
        ---
        ## 1 Asking {#asking}

        Members ask.

        ```rule sample/1/a
        on ask by member
        when topic is one of ward, policy
        may
        should due reply 10 working days after received-on
        show "Be brief."
        ```
        ```rule sample/1/b
        on ask by member to officer
        when topic is staff
        unless delegated and not urgent
        should not
        instead complain
        ```
        ```rule sample/1/c
        on ask by member to officer
        when minutes is more than 5 and (urgent or topic is not ward)
        must require approval of director met when consented
        is wall content hidden from member
        ```
        ```rule sample/1/d
        on ask
        when topic is private or minutes is at least 60
        must not
        ```
        ```rule sample/1/e
        on ask by leader
        when topic is private
        provided delegated
        despite sample/1/d
        may
        must register exceptions
        ```
        ```rule sample/1/f
        on ask by member
        when urgent
        may stop reply
        is publish notice to ward-member
        ```

        ## 2 Complaining {#complaining}

        Complaints go up the line.

        ```rule sample/2/a
        on complain by member about officer
        should route to line-manager of subject

        on complain by member about officer
        should route to director of subject or else monitoring-officer after line-manager
        ```
        ```rule sample/2/b
        on complain by member about officer
        when delegated
        despite sample/2/a
        may route to director and monitoring-officer as line-manager
        ```
        ```rule sample/2/c
        on complain
        ground
        show "No streams of petty complaints."
        ```

        ## 3 Telling {#telling}

        Telling is left open.

        ```rule sample/3/a
        on tell
        show "Think first."
        ```
        ```gap sample/telling
        on tell
        when topic is staff
        says "Nobody has said whether staff may be told."
        nearest sample/3/a
        ask monitoring-officer
        ```
        ```clash sample/asking
        between sample/1/a and sample/1/b
        says "One says yes and one says no."
        resolved "No prevails."
        ```
        ```fault sample/complaining
        in sample/2/a
        says "Nobody says who hears a complaint about a director."
        ```
        """;

    public const string ArrangementText = """
        ---
        protocol: local
        layer: arrangement
        ---
        ## A Local figures {#figures}

        The council's own choices.

        ```rule local/A/a
        on complain by member about officer
        is route to monitoring-officer as last after director
        is due acknowledge 5 working days after received-on
        ```
        ```rule local/A/b
        on ask by member
        is due reply 5 working days after received-on
        ```
        """;

    private static readonly Lazy<Vocabulary> Words = new(() =>
        Vocabulary.Read([new SourceText("sample/vocabulary.md", VocabularyText + Publication)])
    );

    private static readonly Lazy<Protocol> All = new(() => Protocol.Compile(File(ProtocolText), File(ArrangementText)));

    private const string Publication = """

        ```role ward-member
        label "Ward member"
        is member
        ```
        """;

    public static Vocabulary Vocabulary => Words.Value;

    public static Protocol Compiled => All.Value;

    public static ProtocolFile File(string text, string path = "sample.protocol.md") =>
        ProtocolFile.Read(new SourceText(path, text), Vocabulary);
}
