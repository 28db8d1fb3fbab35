using System.Globalization;

namespace Comity.Service.Information;

/// <summary>
/// The coded reasons for keeping something back. Schedule 12A to the Local Government Act 1972: Part 1 for England, paragraphs 12 to 18 for Wales. An access law's
/// exemptions come beside them where the request counts as one under it.
/// </summary>
public static class WithholdingGrounds
{
    private static readonly string[] Exempt = ["exempt", "exempt-category"];
    private static readonly string[] Personal = ["exempt", "exempt-category", "personal-information"];

    private static readonly WithholdingGround[] Everywhere =
    [
        new("no-need", "", "No need to know has been shown"),
        new("owner", "", "It belongs to somebody else, who has not agreed", null, "holder-is-third-party", "confidential"),
        new("person", "", "It is about somebody who has not agreed in writing", null, "personal-information"),
        new("unreasonable", "", "The request is not reasonable"),
        new("resources", "", "It goes beyond what the service can supply; a smaller request is offered"),
        new("advice", "", "It is advice to somebody else; the facts behind it are open"),
        new(
            "confidential",
            "Local Government Act 1972 s.100A(3)",
            "Confidential: a government department’s terms, a statute or a court forbid it",
            null,
            "confidential"
        ),
    ];

    private static readonly (string Category, string Words)[] Kinds =
    [
        ("individual", "about an individual"),
        ("identity", "likely to show who an individual is"),
        ("business-affairs", "somebody’s financial or business affairs"),
        ("labour-relations", "consultation or negotiation on labour relations"),
        ("legal-privilege", "legal professional privilege"),
        ("notice-or-order", "a notice or order that the council means to make"),
        ("crime", "preventing, investigating or prosecuting crime"),
    ];

    private static readonly WithholdingGround[] Foia =
    [
        OfAct("12", "the cost goes beyond the limit"),
        OfAct("14", "vexatious or repeated"),
        OfAct("21", "to be had in another way"),
        OfAct("22", "about to be published"),
        OfAct("30", "investigations and proceedings"),
        OfAct("31", "law enforcement"),
        OfAct("36", "it would harm the conduct of public affairs, in the qualified person’s opinion"),
        OfAct("38", "health and safety"),
        OfAct("40", "personal data", "personal-information"),
        OfAct("41", "given in confidence", "holder-is-third-party", "confidential"),
        OfAct("42", "legal professional privilege"),
        OfAct("43", "commercial interests"),
        OfAct("44", "another law or a court forbids it", "confidential"),
    ];

    private static readonly WithholdingGround[] Eir =
    [
        OfRegulations("12(4)(b)", "manifestly unreasonable"),
        OfRegulations("12(4)(c)", "too general"),
        OfRegulations("12(4)(d)", "unfinished"),
        OfRegulations("12(4)(e)", "internal communications"),
        OfRegulations("12(5)(b)", "the course of justice"),
        OfRegulations("12(5)(e)", "commercial confidentiality that the law protects", "confidential"),
        OfRegulations("12(5)(f)", "the interests of whoever supplied it", "holder-is-third-party", "confidential"),
        OfRegulations("13", "personal data", "personal-information"),
    ];

    private static readonly WithholdingGround[] Foisa =
    [
        OfScotland("12", "the cost goes beyond the limit"),
        OfScotland("14", "vexatious or repeated"),
        OfScotland("25", "to be had in another way"),
        OfScotland("27", "about to be published"),
        OfScotland("30", "it would harm the conduct of public affairs"),
        OfScotland("33", "commercial interests"),
        OfScotland("36", "confidentiality", "confidential", "holder-is-third-party"),
        OfScotland("38", "personal information", "personal-information"),
    ];

    /// <param name="law">The access law under which the request counts; null where it counts under none.</param>
    public static IReadOnlyList<WithholdingGround> For(string nation, string? law) =>
        [
            .. Everywhere,
            .. nation switch
            {
                "scotland" =>
                [
                    new(
                        "sch7a",
                        "Local Government (Scotland) Act 1973 Schedule 7A",
                        "exempt under a paragraph that is closed to members too",
                        null,
                        Personal
                    ),
                ],
                "northern-ireland" => [new("sch6", "Local Government Act (Northern Ireland) 2014 Schedule 6", "exempt", null, Personal)],
                "wales" => Schedule12A(first: 12),
                _ => Schedule12A(first: 1),
            },
            .. law switch
            {
                "foia" => Foia,
                "eir" => Eir,
                "foisa" => Foisa,
                _ => [],
            },
        ];

    /// <summary>Every ground there is, for what was decided when another law or nation was in question.</summary>
    public static string InFull(string key) =>
        new[] { "england", "wales", "scotland", "northern-ireland" }
            .SelectMany(nation => For(nation, null))
            .Concat(Foia)
            .Concat(Eir)
            .Concat(Foisa)
            .FirstOrDefault(ground => ground.Key == key)
            ?.InFull
        ?? key;

    private static IEnumerable<WithholdingGround> Schedule12A(int first) =>
        Kinds.Select(
            (kind, place) =>
                new WithholdingGround(
                    string.Create(CultureInfo.InvariantCulture, $"sch12a-{first + place}"),
                    string.Create(CultureInfo.InvariantCulture, $"Local Government Act 1972 Schedule 12A paragraph {first + place}"),
                    kind.Words,
                    kind.Category,
                    kind.Category is "individual" or "identity" ? Personal : Exempt
                )
        );

    private static WithholdingGround OfAct(string section, string words, params string[] without) =>
        new($"foia-{section}", $"Freedom of Information Act 2000 s.{section}", words, null, without);

    private static WithholdingGround OfRegulations(string regulation, string words, params string[] without) =>
        new($"eir-{regulation}", $"Environmental Information Regulations 2004 reg.{regulation}", words, null, without);

    private static WithholdingGround OfScotland(string section, string words, params string[] without) =>
        new($"foisa-{section}", $"Freedom of Information (Scotland) Act 2002 s.{section}", words, null, without);
}
