using static Comity.Service.Demonstration.Topic;

namespace Comity.Service.Demonstration;

/// <summary>Messages that an officer need not answer (wigan 4.3).</summary>
internal static class AbusiveTopics
{
    public static IReadOnlyList<Topic> All { get; } =
    [
        Complaint(
            "Highways",
            "You lot are useless: {street}",
            "I have had enough of your excuses about {street}. You people could not run a bath. The officer who wrote to me is an idiot and should be sacked, and you can tell her that I said so.",
            "The message insults the officer by name and asks nothing that was not answered last week."
        ),
        Ask(
            "Planning",
            "Bent planners again",
            "Everybody knows that your so-called planners are in somebody’s pocket. Do not bother sending me another of those pompous letters. A trained monkey would do better.",
            "The message accuses officers of corruption in abusive words and asks no question."
        ),
        Complaint(
            "Council Tax and Benefits",
            "Thieves, the lot of you",
            "You are thieves, and the lady on the telephone was as thick as two short planks. I want her name so that I can tell everybody what she is.",
            "The message is abusive about an officer and asks for her name in order to abuse her."
        ),
        Job(
            "Waste and Recycling",
            "Get off your backsides",
            "Get off your lazy backsides and empty the bins on {street}. I am sick of talking to halfwits. Useless, useless, useless.",
            "The message is abusive. The bins were emptied on the day and the member had been told so."
        ),
    ];
}
