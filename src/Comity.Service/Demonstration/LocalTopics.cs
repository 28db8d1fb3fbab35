using static Comity.Service.Demonstration.Topic;

namespace Comity.Service.Demonstration;

/// <summary>What members ask of a town or a parish.</summary>
internal static class LocalTopics
{
    private const string Lighting = "Street Lighting";
    private const string Parks = "Parks and Play";
    private const string Cemetery = "Cemetery and Allotments";
    private const string Halls = "Halls and Markets";
    private const string Office = "Council Office";

    public static IReadOnlyList<Topic> All { get; } =
    [
        Ask(
            Lighting,
            "Street lighting in {ward}",
            "How many footway lights in {ward} are out at present, and when was each of them reported?",
            "There are {n}. Two wait for a part and the others were mended this week. The list with the dates is below."
        ),
        Job(
            Lighting,
            "Light out on {street}",
            "The lamp at the bend of {street} has been out for {n} nights and the path beside it is steep. Please have it mended.",
            "A fuse had gone. It was replaced yesterday and the lamp was seen to light after dark."
        ),
        Complaint(
            Lighting,
            "New lamp shines into a bedroom on {street}",
            "A resident of {street} says that the new lamp shines into the bedroom all night. She wrote {n} weeks ago and has had no answer.",
            "I am sorry for the silence. A shield was fitted this morning and she has been told whom to ring if it does not do."
        ),
        Papers(
            Lighting,
            "Last survey of the columns",
            "For the budget I need the last survey of our lamp columns, with the age of each.",
            "The survey is attached. Columns of more than thirty years are marked."
        ),
        Job(
            Parks,
            "Broken swing near {street}",
            "A chain has come off one of the swings by {street}. Please take it out of use until it is safe.",
            "It was taken down within the hour and a new chain is fitted. The inspector’s note is on the file."
        ),
        Ask(
            Parks,
            "Grass cutting in {ward}",
            "How often is the grass in {ward} cut this year, and who decides which verges are left for flowers?",
            "Every {n} weeks from April to September. The verges for flowers are those on the map that the council approved in March."
        ),
        Complaint(
            Parks,
            "Branches over a garden on {street}",
            "A resident of {street} says that branches from our land hang over the garden and have broken a fence. What will be done?",
            "Our contractor takes the branches off next week. The fence goes to the insurers; I have sent the resident the form."
        ),
        Job(
            Parks,
            "Second bin at the play area",
            "The bin at the play area by {street} overflows every weekend. Could a second one be put there?",
            "One that was in store has been put at the lower gate and is emptied with the other."
        ),
        Papers(
            Parks,
            "Inspection reports of the play areas",
            "I should like to see the last {n} inspection reports before the committee meets.",
            "They are attached. The points that were open in spring have all been dealt with."
        ),
        Ask(
            Cemetery,
            "Space left for burials",
            "How many burials a year are there now, and for how long will the present ground last?",
            "About {n}0 a year. At that rate there is room for fourteen years; the committee looks at the extension in autumn."
        ),
        Complaint(
            Cemetery,
            "Memorial laid flat without warning",
            "A family found their memorial laid flat. They had no letter and are upset. What happened?",
            "It failed the safety test and the letter went to an old address. I have written to them myself, and the mason sets it up again at our cost."
        ),
        Ask(
            Cemetery,
            "Waiting list for allotments",
            "How many people are waiting for a plot, and how many plots in {ward} are not worked?",
            "Thirty-{n} are waiting. Four plots are not worked and their tenants have been written to."
        ),
        Job(
            Cemetery,
            "Tap at the allotments by {street}",
            "The tap at the allotments by {street} drips and the ground is a mire. Please have it seen to.",
            "The washer was changed on Tuesday and the ground has been filled with stone."
        ),
        Ask(
            Halls,
            "Takings of the market",
            "What has the market taken in each quarter since the new pitches came, and how many pitches stand empty?",
            "The figures are below. {n} pitches stand empty on a usual Saturday."
        ),
        Complaint(
            Halls,
            "Booking lost",
            "A society that has met in the hall for years was turned away because its booking was lost. May they have the evening back?",
            "They may. The mistake was ours, and their next {n} evenings are without charge."
        ),
        Job(
            Halls,
            "Ramp at the side door",
            "A resident in a wheelchair could not get in by the side door on {street}. Can a ramp be laid for meetings?",
            "A ramp was bought last week and is laid half an hour before every meeting."
        ),
        Ask(
            Office,
            "Grants made in {ward}",
            "Which groups in {ward} have had a grant this year, and how much is left?",
            "{n} groups have had one. The list and what is left are below; the next round closes at the end of the month."
        ),
        Papers(
            Office,
            "Insurance schedule",
            "I need the present insurance schedule, because the matter comes to the next meeting.",
            "It is attached. The premium is on the last page."
        ),
        Ask(
            Office,
            "Agenda papers on paper",
            "Two members find the screen hard to read. Can they have their papers on paper, and what would it cost?",
            "They can, from the next meeting. It comes to about {n} pounds a month."
        ),
        Complaint(
            Office,
            "Letter from {street} not answered",
            "A resident of {street} wrote {n} weeks ago about the bus shelter and has heard nothing. Was the letter received?",
            "It was, and was put with the wrong papers. The answer went out today with an apology."
        ),
    ];

    /// <summary>Private circumstances, kept sealed.</summary>
    public static IReadOnlyList<Topic> Sealed { get; } =
    [
        Complaint(
            Office,
            "A family in difficulty",
            "Neighbours have told me in confidence about a family that may be going without heating. Whom should I tell, and who need not know?",
            "You were right to ask first. I have passed it to the person at the principal council who deals with it, and to nobody else."
        ),
    ];
}
