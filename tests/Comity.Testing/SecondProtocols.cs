using Comity.Protocols;

namespace Comity.Testing;

/// <summary>
/// Made-up protocols that are unlike the one that most tests work under: other clause numbers, another clock, and silences. What the service shows under
/// them has to come from them.
/// </summary>
public static class SecondProtocols
{
    /// <summary>Seven working days, and not a word of acknowledgements, delays, abuse or a way up.</summary>
    public const string Millbrook = """
        ---
        protocol: millbrook
        title: How we work together in Millbrook
        layer: protocol
        council-kind: district
        nation: england
        ---

        # How we work together in Millbrook

        ## 12 Questions {#questions}

        ### 12.3 Asking {#asking}

        Councillors ask for what helps them to serve the people of Millbrook.

        ```rule millbrook/12.3/a
        on ask-information, request-task, inspect-document by member
        may
        show "Ask for whatever helps you to serve the people of Millbrook."
        ```

        ### 12.7 Answering {#answering}

        Staff answer within seven working days.

        ```rule millbrook/12.7/a
        on reply by officer to member
        should due reply 7 working days after received-on
        show "Seven working days is the Millbrook promise."
        ```
        """;

    /// <summary>The council's own published standard, whatever it is.</summary>
    public const string Alderford = """
        ---
        protocol: alderford
        title: Alderford town's protocol
        layer: protocol
        council-kind: town
        nation: england
        ---

        # Alderford town's protocol

        ## 31 Answers {#answers}

        ### 31.2 In good time {#in-good-time}

        Enquiries are answered to the standard that the council publishes.

        ```rule alderford/31.2/a
        on reply by officer to member
        must due reply at standard enquiries after received-on
        show "You can count on an answer to the published standard."
        ```
        """;

    /// <summary>Says nothing whatever of asking and answering.</summary>
    public const string Stillwater = """
        ---
        protocol: stillwater
        title: Stillwater's protocol
        layer: protocol
        council-kind: parish
        nation: england
        ---

        # Stillwater's protocol

        ## 77 Manners {#manners}

        Everybody is civil to everybody.

        ```rule stillwater/77/a
        on show-respect
        should register courtesy
        show "Be civil."
        ```
        """;

    /// <summary>One of them, with the repository's own vocabulary, calendar, law and safeguards.</summary>
    public static IReadOnlyList<SourceText> Texts(string protocol)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        var key = protocol.Split('\n')[1]["protocol: ".Length..].Trim();
        return
        [
            .. TestPeople.WiganTexts().Where(text => !text.Path.StartsWith("wigan/", StringComparison.Ordinal)),
            new SourceText($"{key}/{key}.protocol.md", protocol + "\n"),
        ];
    }
}
