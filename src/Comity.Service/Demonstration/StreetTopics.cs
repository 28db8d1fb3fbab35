using static Comity.Service.Demonstration.Topic;

namespace Comity.Service.Demonstration;

/// <summary>Streets, refuse and parks.</summary>
internal static class StreetTopics
{
    public static IReadOnlyList<Topic> All { get; } =
    [
        Complaint(
            "Waste and Recycling",
            "Bins missed again on {street}",
            "Residents on {street} say the grey bins have been missed {n} times since the new rounds began. Crews are seen at the top of the road and turn back. Can you find out why, and put it right?",
            "The lorry could not pass parked cars on collection mornings. The round now starts at this end before seven, and a smaller vehicle will go back whenever the road is blocked. The supervisor will watch the next three collections."
        ),
        Job(
            "Waste and Recycling",
            "Extra recycling bins for the flats at {street}",
            "The flats at {street} share two recycling bins between {n}0 households and they overflow by Tuesday. Please can two more be delivered?",
            "Two more bins will be delivered on the next working Friday, with a lock bar each so that they are not used for trade waste. The caretaker has been told where they will stand."
        ),
        Ask(
            "Waste and Recycling",
            "Bulky collections: how long is the wait?",
            "A number of residents in {ward} have asked how long they should expect to wait for a bulky collection, and whether the wait differs between wards. What are the current figures?",
            "The wait is eleven working days across the borough and twelve in {ward}. It was nineteen in spring. A second vehicle began work this month and we expect to be under ten by the new year."
        ),
        Papers(
            "Waste and Recycling",
            "Contamination figures for recycling in {ward}",
            "For a scrutiny item on recycling I need the contamination figures for {ward} over the past two years, by round.",
            "The figures by round are in the attached table. Two rounds are above the borough average; both have a high share of shared bins."
        ),
        Job(
            "Street Cleaning",
            "Fly-tipping behind {street}",
            "There is a heap of builders’ waste behind the garages at {street}: plasterboard, tyres and at least {n} mattresses. Please arrange for it to be cleared and looked through for evidence.",
            "It was cleared this morning. An invoice with an address was found among it and has gone to the investigator. A sign and a camera will be put up for six weeks."
        ),
        Complaint(
            "Street Cleaning",
            "Dog fouling on the path by {street}",
            "A resident who walks her children to school along the path from {street} says it is fouled most days and nobody patrols. Could a patrol be arranged at school times?",
            "Patrols took place on {n} mornings and two penalty notices were given. Stencils have been sprayed on the path and a second bin put at the gate."
        ),
        Ask(
            "Street Cleaning",
            "Weeds in the gutters round {street}",
            "Has {ward} had its autumn weed treatment? The gutters on {street} and {other} look untouched.",
            "The treatment of {ward} was put back by rain and took place last week. Dead growth will be swept out on the following round."
        ),
        Job(
            "Street Cleaning",
            "Graffiti on the underpass at {street}",
            "The underpass at {street} has been covered in paint again, some of it offensive. Please have it removed before the weekend.",
            "The offensive words were removed within a day and the rest at the end of the week. The walls have been coated so that paint comes off more easily."
        ),
        Job(
            "Highways",
            "Potholes on {street}",
            "There are {n} deep potholes on {street} between the junction with {other} and the school. One has already burst a tyre. When will they be filled?",
            "An inspector measured them the next day. Three met the level for repair within five days and have been filled. The whole length goes on the list for resurfacing, to be settled in March."
        ),
        Complaint(
            "Highways",
            "Pavement dug up and left on {street}",
            "An elderly resident of {street} fell where a cable company dug up the pavement and left it loose. He wants to know who is responsible and when it will be made good.",
            "The company dug under a permit from us and must make it good. We served notice, and they relaid it on Thursday. The resident may claim from them; we have sent him their details."
        ),
        Ask(
            "Highways",
            "When will the {street} crossing be built?",
            "The crossing at {street} was promised for last autumn. Residents ask me every week. What is the date, and what has held it up?",
            "The power supply was moved by the electricity company {n} months late. The contractor now begins on the first Monday of next month and needs fifteen working days."
        ),
        Ask(
            "Highways",
            "Speed survey results for {street}",
            "A speed survey was carried out on {street} in the summer. What did it find, and does it meet the test for a lower limit?",
            "The average was thirty-one miles an hour and the highest tenth above thirty-six. That meets the test for traffic calming but not for a camera. It is number {n} on the list for the ward."
        ),
        Job(
            "Highways",
            "Blocked gully floods {street}",
            "Whenever it rains hard the gully outside number {n} {street} backs up and the water reaches the front doors. It needs clearing before winter.",
            "The gully was jetted on Tuesday and roots were found in the pipe. They have been cut and a camera survey will follow. The road has been added to the list for checking before storms."
        ),
        Papers(
            "Highways",
            "Claims for pothole damage in {ward}",
            "How many claims for damage to vehicles have been made for roads in {ward} in the past two years, how many were paid, and how much in all? I need it for the budget debate.",
            "There were 4{n} claims, of which nine were paid, £3,{n}10 in all. The table gives each road. Nothing in it names a claimant."
        ),
        Job(
            "Street Lighting",
            "Street lights out on {street}",
            "{n} lamps in a row are out on {street} and people no longer feel safe walking home. Please have them repaired.",
            "A cable had failed under the pavement. The electricity company repaired it at the weekend and all lamps were seen lit on Monday night."
        ),
        Ask(
            "Street Lighting",
            "Dimming hours in {ward}",
            "Which streets in {ward} are dimmed after midnight, and were ward members asked before the hours were changed?",
            "All residential streets in {ward} are dimmed by half from midnight to five. Members were told by the September bulletin; we accept that they should have been asked. We will bring the hours to the next ward meeting."
        ),
        Complaint(
            "Street Lighting",
            "New lamp shines into a bedroom at {street}",
            "A resident of {street} says that the new lamp outside shines straight into a child’s bedroom. He has rung {n} times.",
            "A shield was fitted on Wednesday and the lamp turned by a few degrees. The resident has been telephoned and is content."
        ),
        Job(
            "Parks and Green Spaces",
            "Broken swings in the park at {street}",
            "The swings in the park off {street} were taken away in spring and have not come back. {n} families have written to me. When will they be replaced?",
            "The new swings are on order and will be fitted by the end of next month. The safety surface is being renewed at the same time, which is why it takes longer."
        ),
        Ask(
            "Parks and Green Spaces",
            "Trees to be felled on {street}",
            "Notices on {street} say that {n} limes are to be felled. Were other ways considered, and will they be replaced?",
            "Four are hollow at the base and must come down. The others will be kept and looked at again in a year. Two saplings will be planted for each tree lost, before the end of March."
        ),
        Complaint(
            "Parks and Green Spaces",
            "Allotment at {street}: waiting list",
            "A resident has waited {n} years for an allotment at {street} and can see plots that nobody works. He asks how the list is kept.",
            "Three plots had fallen out of use and notice has now been given on them. The resident is second on the list and should have a plot in spring."
        ),
        Job(
            "Parks and Green Spaces",
            "Grass too long at the junction of {street}",
            "Drivers leaving {street} cannot see past the grass on the verge. Please cut it as a matter of safety.",
            "The verge was cut the next morning. It has been put on the list of sight lines, which are cut every three weeks in the season."
        ),
    ];
}
