namespace Comity.Service.Demonstration;

/// <summary>What officers and members of the made-up council say beside questions and answers.</summary>
internal static class EnquiryWords
{
    /// <summary>Each explains what is happening, as wigan 6.2 wants of an acknowledgement.</summary>
    public static IReadOnlyList<string> Acknowledgements { get; } =
    [
        "Thank you. This needs a visit before we can answer. An inspector goes out on Thursday, the findings go to the engineer the same week, and I shall write to you with a decision and a date for any work.",
        "I cannot answer in full yet, because the contractor holds part of the records. I have asked for them and expect them within a week. Meanwhile nothing will be decided without you.",
        "We have found the file and spoken to the resident. Two services are involved, so a short meeting is arranged for Monday. After it I shall tell you who does what and by when.",
        "The figures that you ask for are held in two systems which do not agree. The analyst is checking them line by line and I would rather send you the right ones than quick ones.",
        "A legal question has come up on which I have asked the solicitor’s advice. As soon as I have it I shall answer every point in your message.",
    ];

    public static IReadOnlyList<string> Progress { get; } =
    [
        "A short word on where this stands: the inspection is done and the report is being written.",
        "The crew has been booked and the materials are in the depot. I shall confirm the day as soon as I have it.",
        "I have spoken to the resident this morning, who knows what happens next.",
        "The other service has sent its part. Mine is nearly finished.",
    ];

    public static IReadOnlyList<string> Delays { get; } =
    [
        "The surveyor is away ill and nobody else may sign the report. I am sorry that this will take longer than it should.",
        "The contractor has put the visit back because of the weather.",
        "More records have come to light than we expected, and they have to be read before I can answer.",
        "The utility company has not answered us yet, although we have asked twice.",
    ];

    public static IReadOnlyList<string> Notes { get; } =
    [
        "Spoke to the depot: the crew sheet bears out what the resident says. Draft answer with the team leader.",
        "Same cause as the case closed in spring. Check whether the earlier repair was signed off.",
        "Legal have seen this and are content. Costs to be charged to the maintenance budget.",
        "Second report from this street in a month; worth looking at the round as a whole.",
    ];

    public static IReadOnlyList<string> FollowUps { get; } =
    [
        "Thank you, but the resident tells me that nothing has changed since. Could you look at it again, please?",
        "That answers most of it. You did not say by when the rest will be done.",
        "Two more households have come to me with the same problem. Does your answer hold for them too?",
        "The date that you gave has passed. What has happened?",
    ];

    public static IReadOnlyList<string> SecondReplies { get; } =
    [
        "You are right to come back on this. The work was signed off too soon. The crew has been again and the supervisor has seen the result.",
        "The remaining part will be finished within ten working days, and I have asked the team leader to tell you on the day.",
        "The answer holds for the two other households as well. We have written to both.",
    ];

    public static IReadOnlyList<string> Reassignments { get; } =
    [
        "The team leader has dealt with this street before and knows the case.",
        "I am away next week, and this should not wait for me.",
        "This turns on day-to-day records that the team leader holds.",
    ];

    /// <summary>What members write with a rating of 1 to 5, at the place of the figure; empty where they wrote nothing.</summary>
    public static IReadOnlyList<string> Comments { get; } =
    [
        "It took far too long and I still had to ring round myself.",
        "An answer of sorts, but not to what I asked.",
        "",
        "Clear and to the point, thank you.",
        "Quick, complete and kind to the resident. Please pass on my thanks.",
    ];
}
