using System.Globalization;

namespace Comity.Service.Information;

/// <summary>
/// The coded reasons for keeping something back. Schedule 12A to the Local Government Act 1972: Part 1 for England, paragraphs 12 to 18 for Wales;
/// Schedule 7A to the Act of 1973 for Scotland, Schedule 6 to the Act of 2014 for Northern Ireland, where the Freedom of Information Act 2000 holds as in England. An access law's
/// exemptions come beside them where the request counts as one under it.
/// </summary>
public static class WithholdingGrounds
{
    private const string Of1972 = "Local Government Act 1972 Schedule 12A";

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
        OfScotland("26", "another law or a court forbids it", "confidential"),
        OfScotland("27", "about to be published"),
        OfScotland("30", "it would harm the conduct of public affairs"),
        OfScotland("33", "commercial interests and the economy"),
        OfScotland("35", "law enforcement"),
        OfScotland("36(1)", "legal privilege: a claim to confidentiality of communications"),
        OfScotland("36(2)", "given in confidence", "confidential", "holder-is-third-party"),
        OfScotland("38", "personal information", "personal-information"),
        OfScotland("39", "health, safety, or environmental information"),
    ];

    /// <summary>Regulations 10 and 11 of Scotland's own regulations. Numbers as its Commissioner's decisions and briefings have them; 10(4)(c) was found in none.</summary>
    private static readonly WithholdingGround[] Eisr =
    [
        OfScottishRegulations("10(4)(b)", "manifestly unreasonable"),
        OfScottishRegulations("10(4)(c)", "too general") with
        {
            IsUnverified = true,
        },
        OfScottishRegulations("10(4)(d)", "unfinished"),
        OfScottishRegulations("10(4)(e)", "internal communications"),
        OfScottishRegulations("10(5)(b)", "the course of justice"),
        OfScottishRegulations("10(5)(d)", "confidentiality of proceedings that the law protects", "confidential"),
        OfScottishRegulations("10(5)(e)", "commercial confidentiality that the law protects", "confidential"),
        OfScottishRegulations("10(5)(f)", "the interests of whoever supplied it", "holder-is-third-party", "confidential"),
        OfScottishRegulations("11", "personal data", "personal-information"),
    ];

    /// <summary>
    /// Of the fifteen paragraphs of Schedule 7A those that are closed to members too (section 50F of the same Act): the others give no ground for keeping something from one.
    /// </summary>
    private static readonly WithholdingGround[] Schedule7A =
    [
        OfSchedule7A(1, "about a particular employee or office-holder", Personal, "individual"),
        OfSchedule7A(2, "about a particular occupier of the council’s accommodation", Personal, "individual"),
        OfSchedule7A(3, "about a particular recipient of a service", Personal, "individual"),
        OfSchedule7A(4, "about a particular recipient of financial assistance", Personal, "individual"),
        OfSchedule7A(5, "the adoption, care, fostering or education of a particular child", Personal, "individual"),
        OfSchedule7A(7, "reports on and supervision of particular people by social work", Personal, "individual"),
        OfSchedule7A(9, "terms in the negotiation of a contract", Exempt, "business-affairs"),
        OfSchedule7A(11, "consultation or negotiation on labour relations", Exempt, "labour-relations"),
        OfSchedule7A(12, "counsel’s opinion and advice on legal proceedings", Exempt, "legal-privilege"),
        OfSchedule7A(14, "preventing, investigating or prosecuting crime", Exempt, "crime"),
    ];

    /// <param name="law">The access law under which the request counts; null where it counts under none.</param>
    public static IReadOnlyList<WithholdingGround> For(string nation, string? law) =>
        [
            .. Everywhere,
            .. nation switch
            {
                "scotland" => Schedule7A,
                "northern-ireland" => Kinds.Select(
                    (kind, place) =>
                        // Paragraph 1 was in no source that was looked at; it is where the order of the others leaves room.
                        Numbered("sch6", "Local Government Act (Northern Ireland) 2014 Schedule 6", place + 1, kind) with
                        {
                            IsUnverified = place == 0,
                        }
                ),
                "wales" => Kinds.Select((kind, place) => Numbered("sch12a", Of1972, 12 + place, kind)),
                _ => Kinds.Select((kind, place) => Numbered("sch12a", Of1972, 1 + place, kind)),
            },
            .. law switch
            {
                "foia" => Foia,
                // The regulations of 2004 are not Scotland's: it has its own of the same year.
                "eir" when nation == "scotland" => Eisr,
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
            .Concat(Eisr)
            .FirstOrDefault(ground => ground.Key == key)
            ?.InFull
        ?? key;

    private static WithholdingGround Numbered(string key, string law, int paragraph, (string Category, string Words) kind) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{key}-{paragraph}"),
            string.Create(CultureInfo.InvariantCulture, $"{law} paragraph {paragraph}"),
            kind.Words,
            kind.Category,
            kind.Category is "individual" or "identity" ? Personal : Exempt
        );

    private static WithholdingGround OfSchedule7A(int paragraph, string words, string[] without, string category) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"sch7a-{paragraph}"),
            string.Create(CultureInfo.InvariantCulture, $"Local Government (Scotland) Act 1973 Schedule 7A paragraph {paragraph}"),
            words,
            category,
            without
        );

    private static WithholdingGround OfAct(string section, string words, params string[] without) =>
        new($"foia-{section}", $"Freedom of Information Act 2000 s.{section}", words, null, without);

    private static WithholdingGround OfRegulations(string regulation, string words, params string[] without) =>
        new($"eir-{regulation}", $"Environmental Information Regulations 2004 reg.{regulation}", words, null, without);

    private static WithholdingGround OfScotland(string section, string words, params string[] without) =>
        new($"foisa-{section}", $"Freedom of Information (Scotland) Act 2002 s.{section}", words, null, without);

    private static WithholdingGround OfScottishRegulations(string regulation, string words, params string[] without) =>
        new($"eisr-{regulation}", $"Environmental Information (Scotland) Regulations 2004 reg.{regulation}", words, null, without);
}
