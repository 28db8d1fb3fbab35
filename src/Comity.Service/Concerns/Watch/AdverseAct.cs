using System.Globalization;
using System.Text;

namespace Comity.Service.Concerns.Watch;

/// <summary>A kind of recorded act by which somebody can do another an ill turn; as often as not there is nothing in it but the day's work.</summary>
/// <param name="Words">What was done: {0} did it, {1} it was done to.</param>
public sealed record AdverseAct(string Key, string Words)
{
    private readonly CompositeFormat _spoken = CompositeFormat.Parse(Words);

    public static AdverseAct Concern { get; } = new("concern", "{0} raised a concern about {1}");

    public static AdverseAct CodeComplaint { get; } = new("code-complaint", "{0} complained of {1} under the members’ code");

    public static AdverseAct Grievance { get; } = new("grievance", "{0} raised a grievance about {1}");

    public static AdverseAct FoundAgainst { get; } = new("found-against", "{0} heard a concern about {1} and found against them");

    public static AdverseAct Declined { get; } = new("declined", "{0} declined what {1} had asked for");

    public static AdverseAct NoRoom { get; } = new("no-room", "{0} said that there is no room for work that {1} had asked for");

    public static AdverseAct Unanswered { get; } = new("unanswered", "{0} left what {1} had written unanswered");

    public static AdverseAct Refused { get; } = new("refused", "{0} refused information that {1} had asked for");

    public static AdverseAct Shortened { get; } =
        new("shortened", "{0} entered in the register that an office, a place or a power of {1} ends, or ends earlier");

    public static AdverseAct Pressed { get; } = new("pressed", "{0} pressed {1} to change advice, or {1} says so");

    public static AdverseAct Judged { get; } = new("judged", "{0} wrote down what is to be done about how much {1} asks");

    /// <summary>What whoever raised the concern says themselves.</summary>
    public static AdverseAct Reported { get; } = new("reported", "{1} says that {0} did something to them");

    public static IReadOnlyList<AdverseAct> All { get; } =
    [Concern, CodeComplaint, Grievance, FoundAgainst, Declined, NoRoom, Unanswered, Refused, Shortened, Pressed, Judged, Reported];

    public static string InWords(string key, string by, string to) =>
        string.Format(CultureInfo.InvariantCulture, All.First(act => act.Key == key)._spoken, by, to);
}
