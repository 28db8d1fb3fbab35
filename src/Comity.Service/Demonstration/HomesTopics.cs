using static Comity.Service.Demonstration.Topic;

namespace Comity.Service.Demonstration;

/// <summary>Planning, licensing and homes.</summary>
internal static class HomesTopics
{
    public static IReadOnlyList<Topic> All { get; } =
    [
        Ask(
            "Planning",
            "What became of the application at {street}?",
            "The application for {n} houses on the old mill at {street} should have been decided in the summer. Where does it stand, and will it go to committee?",
            "The applicant asked for more time to answer the drainage authority. The drawings came last week and the report should go to the committee after next. You may ask to speak."
        ),
        Ask(
            "Planning",
            "Section 106 money for {ward}",
            "How much is held from developments in {ward} for play and open space, and by when must each sum be spent?",
            "£8{n},000 is held from three developments. The first sum must be spent within two years. The list and the terms of each agreement are below."
        ),
        Papers(
            "Planning",
            "Pre-application notes on {street}",
            "As ward member and because the matter will come to the scrutiny committee, I need the notes of the talks before the application at {street}.",
            "The notes are attached. Two lines about the applicant’s finances have been taken out because they were given in confidence."
        ),
        Complaint(
            "Planning",
            "No answer about a neighbour’s extension on {street}",
            "A resident of {street} objected to an extension {n} months ago and heard nothing until the builders came. What went wrong?",
            "The letter was filed under the wrong application. We have apologised. It would not have changed the decision, and the note to the file says why."
        ),
        Complaint(
            "Planning Enforcement",
            "Building without permission at {street}",
            "Residents say that a garage at {street} is being turned into a dwelling with no permission. A case was opened {n} months ago and nothing seems to happen.",
            "The owner has been given until the end of the month to apply or to stop. If neither happens a notice will be served. An officer visits every fortnight."
        ),
        Job(
            "Planning Enforcement",
            "Untidy land at {street}",
            "The plot beside {n} {street} is full of scrap and rats have been seen. Can the owner be made to clear it?",
            "A notice under the planning acts has been served. The owner has twenty-eight days; after that we may clear the land and charge for it."
        ),
        Ask(
            "Planning Enforcement",
            "Hours of work at the {street} site",
            "The permission for the site at {street} sets hours of work. Neighbours hear lorries before seven. Has a breach been recorded?",
            "Two breaches were recorded and the contractor has been warned. A third leads to a notice. Neighbours have been given a number that is answered from six in the morning."
        ),
        Complaint(
            "Licensing",
            "Noise from the bar on {street}",
            "Families above the shops on {street} are kept awake by the new bar until two. They say that {n} complaints have led to nothing.",
            "Officers measured the noise on three nights. The owner has agreed to close the terrace at eleven and to fit a limiter. If that fails the licence will be reviewed."
        ),
        Ask(
            "Licensing",
            "Taxi ranks near {street}",
            "Drivers ask why the rank near {street} was cut to {n} spaces, and whether the trade was asked.",
            "The rank was cut while the gas main is replaced and goes back to its full length in six weeks. The trade body was told; we will write to each driver as well."
        ),
        Papers(
            "Licensing",
            "Licence conditions for the hall at {street}",
            "I sit on the licensing committee and need the present conditions of the hall at {street} before the review is heard.",
            "The licence with its conditions is attached, together with the two variations since it was granted."
        ),
        Complaint(
            "Housing Repairs",
            "Damp and mould at {street}",
            "A tenant at {street} has reported mould in a child’s bedroom {n} times since winter. The wall was wiped and painted and it has come back. The family is worried about the child’s chest.",
            "A surveyor found a failed damp course and a blocked vent. Work begins on the 12th and takes four days; the family has been offered a room elsewhere. The landlord’s legal time limit for such hazards is met."
        ),
        Job(
            "Housing Repairs",
            "Heating off at the sheltered flats on {street}",
            "The heating has failed at the sheltered flats on {street} and {n} people over eighty are without it. Please treat this as urgent.",
            "An engineer was there within two hours and heaters were lent out. The pump was replaced the next day. Every tenant has been visited."
        ),
        Ask(
            "Housing Repairs",
            "Empty council homes in {ward}",
            "How many council homes in {ward} stand empty, and for how long has each?",
            "There are {n}, and two of them have been empty for more than six months. Both need new roofs. The others will be let within four weeks."
        ),
        Complaint(
            "Housing Repairs",
            "Missed appointments at {street}",
            "A tenant of {street} has taken {n} days off work for a plumber who never came. She asks for an apology and a date that will be kept.",
            "We have apologised and paid what our policy gives for missed appointments. The plumber comes on Saturday morning and will telephone from the previous job."
        ),
        Job(
            "Housing Repairs",
            "Broken door entry at {street}",
            "The door entry at the flats on {street} has been broken for {n} weeks and anybody can walk in. Please repair it.",
            "A new panel was fitted on Monday. While it was on order, the door was put on a lock with keys for each tenant."
        ),
        Ask(
            "Housing Options",
            "Private landlord evicting families on {street}",
            "{n} families on {street} have been given notice by the same landlord. What can the council do for them before they lose their homes?",
            "An adviser has seen each family. Two of the notices are not valid and the landlord has been told so. The other families have plans in place and will not be left without a roof."
        ),
        Complaint(
            "Housing Options",
            "Banding on the housing register",
            "A resident of {ward} with two children in one room was put in the third band. She has asked for a review and heard nothing for {n} weeks.",
            "The review was decided yesterday and she has moved up to the second band from the day of her request. The delay was ours, and we have written to say so."
        ),
        Ask(
            "Housing Options",
            "Long-empty house on {street}",
            "The house at {n} {street} has stood empty for years. What powers does the council have, and has the owner been traced?",
            "The owner has been traced and offered a loan for repairs. If he does not take it up, the case goes to cabinet in spring with a proposal to buy."
        ),
    ];
}
