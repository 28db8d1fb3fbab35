namespace Comity.Service.Concerns;

/// <summary>
/// Why somebody may have been treated unequally, if the person wants to say so. The two laws have lists of their own, and neither takes the other's place: opinion and
/// property are in the one, pregnancy and marriage in the other. Nobody has to tell.
/// </summary>
/// <param name="Key">The list and the word.</param>
public sealed record EqualityGround(string Key, string Words)
{
    /// <summary>The protected characteristics of the Equality Act 2010, section 4.</summary>
    public static IReadOnlyList<EqualityGround> OfEqualityAct { get; } =
    [
        new("ea/age", "Age"),
        new("ea/disability", "Disability"),
        new("ea/gender-reassignment", "Gender reassignment"),
        new("ea/marriage", "Marriage or civil partnership"),
        new("ea/pregnancy", "Pregnancy or maternity"),
        new("ea/race", "Race"),
        new("ea/religion", "Religion or belief"),
        new("ea/sex", "Sex"),
        new("ea/orientation", "Sexual orientation"),
    ];

    /// <summary>Article 14 of the Convention, as Schedule 1 to the Human Rights Act 1998 has it.</summary>
    public static IReadOnlyList<EqualityGround> OfHumanRightsAct { get; } =
    [
        new("hra/sex", "Sex"),
        new("hra/race", "Race or colour"),
        new("hra/language", "Language"),
        new("hra/religion", "Religion"),
        new("hra/opinion", "Political or other opinion"),
        new("hra/origin", "National or social origin"),
        new("hra/minority", "Association with a national minority"),
        new("hra/property", "Property"),
        new("hra/birth", "Birth"),
        new("hra/other", "Another status"),
    ];

    public static EqualityGround? Find(string? key) => OfEqualityAct.Concat(OfHumanRightsAct).FirstOrDefault(ground => ground.Key == key);
}
