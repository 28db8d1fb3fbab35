using static Comity.Service.Demonstration.Topic;

namespace Comity.Service.Demonstration;

/// <summary>Private circumstances, kept sealed.</summary>
internal static class SealedTopics
{
    public static IReadOnlyList<Topic> All { get; } =
    [
        Complaint(
            "Housing Options",
            "A family who must move at once",
            "A mother and her children have left a violent home and cannot stay where they are. They need somewhere safe, and nobody may learn where. Who will deal with it?",
            "A place has been found in another borough and the family is there. The file is closed to all but two officers. Please do not pass on anything by telephone."
        ),
        Complaint(
            "Adult Social Care",
            "Worry about an elderly man’s money",
            "A neighbour believes that a relative is taking an elderly man’s pension. He is confused and afraid to speak. Please look into it with care.",
            "A safeguarding officer has seen him alone. Steps have been taken to protect his account. We cannot say more, and thank the neighbour for speaking up."
        ),
        Ask(
            "Children’s Social Care",
            "A family known to the service",
            "I have been told things about a family in my ward that worry me, and I do not know whether you know of them. What should I do?",
            "You did right to tell us. A social worker has the names and has visited. The law does not let us tell you what was found."
        ),
        Ask(
            "Special Educational Needs",
            "A child out of school",
            "A child with a life-limiting illness has had no teaching for months, and the parents ask that this stay between us. What can be done?",
            "A home teacher begins on Monday, and the hospital school has offered a place when the child is well enough."
        ),
    ];
}
