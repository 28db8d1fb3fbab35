using static Comity.Service.Demonstration.Topic;

namespace Comity.Service.Demonstration;

/// <summary>Schools, care, safety and the council itself.</summary>
internal static class PeopleTopics
{
    public static IReadOnlyList<Topic> All { get; } =
    [
        Ask(
            "School Places",
            "Places in reception for {ward}",
            "Parents in {ward} fear that there will not be enough reception places next year. What is the forecast, and is another class planned?",
            "The forecast is {n} children more than there are places. One school has agreed to take an extra class for a year, and we have put the long-term figures below."
        ),
        Complaint(
            "School Places",
            "Brothers at different schools",
            "A family on {street} has been given places for two brothers at schools three miles apart. They ask how the rule on siblings was applied.",
            "The elder boy’s school is the academy’s own, and its rule differs from ours. An appeal has been listed and the family has been helped with the papers."
        ),
        Papers(
            "School Places",
            "Appeals in the past two years",
            "For the scrutiny review I need the number of admission appeals for each school in the past two years, and how many succeeded.",
            "The table gives appeals by school. Figures under five are shown as such, so that no child can be recognised."
        ),
        Complaint(
            "School Transport",
            "Bus to school leaves children behind",
            "The bus on route {n} was full on several mornings and left children standing on {street}. Parents ask for a larger one.",
            "A larger vehicle has run since Monday. We count passengers at each stop for a month and will tell you the result."
        ),
        Job(
            "School Transport",
            "Crossing patrol at {street}",
            "The crossing patrol at {street} retired and has not been replaced. {n} near misses have been reported to the school. Can cover be arranged?",
            "A relief patrol has been there since last week. The post is advertised and interviews are on the 20th."
        ),
        Ask(
            "School Transport",
            "Who gets a bus pass from {ward}?",
            "Please explain how the walking distance from {ward} is measured. Parents on {street} have been told two different things.",
            "It is measured along the shortest safe path, checked on foot. The path from {street} was measured again: it is just over the limit, so passes have been sent."
        ),
        Ask(
            "Special Educational Needs",
            "Time taken for education, health and care plans",
            "What share of plans is finished in twenty weeks, and how does that compare with last year?",
            "In the past quarter it was six in ten, and a year ago four in ten. The shortage is of educational psychologists; {n} more have been taken on."
        ),
        Complaint(
            "Special Educational Needs",
            "Plan not followed at school",
            "A mother in {ward} says that the support in her son’s plan has not been given since September. The school says that it has no money for it.",
            "We met the school and the family. Support began again on Monday, and the plan’s review has been brought forward by {n} weeks."
        ),
        Ask(
            "Children’s Social Care",
            "Foster carers in the borough",
            "How many foster carers do we have, how many have left in a year, and what is being done to find more?",
            "There are 11{n} households. Nine left and fourteen joined. An evening for people who are interested takes place in each town hall next month."
        ),
        Ask(
            "Children’s Social Care",
            "Family help sessions at {street}",
            "The sessions at the centre on {street} have stopped. Families ask whether they will come back, and when.",
            "They stopped because the boiler failed. They will begin again in the church hall next week and return to the centre after the repair."
        ),
        Complaint(
            "Adult Social Care",
            "Waiting for a care assessment",
            "A resident of {street} has waited {n} weeks for an assessment of his wife’s needs. He is worn out.",
            "The assessment took place on Friday. Care at home begins this week, and a carer’s assessment has been offered to him as well."
        ),
        Ask(
            "Adult Social Care",
            "Blue badge decisions",
            "How long do decisions on blue badges take at present, and why are they slower than in spring?",
            "They take seven weeks on average. Two assessors were away ill. An agency has been brought in and the backlog should be gone by the end of the quarter."
        ),
        Ask(
            "Adult Social Care",
            "Future of the day centre on {street}",
            "Families who use the day centre on {street} have heard that it may close. Has anything been decided?",
            "Nothing has been decided. A report on all {n} day centres goes to cabinet in spring, and those who use them will be asked first."
        ),
        Complaint(
            "Community Safety",
            "Off-road bikes on the fields by {street}",
            "Bikes tear across the fields by {street} every evening. Residents have reported it {n} times.",
            "We walked the fields with the police. Barriers go in at two gates this month, and a joint operation seized one bike on Sunday."
        ),
        Job(
            "Community Safety",
            "CCTV at the shops on {street}",
            "Shopkeepers on {street} ask whether a camera can be put up after {n} broken windows in a month.",
            "A mobile camera was put up on Wednesday for three months. The police will look at the pictures each Monday."
        ),
        Ask(
            "Community Safety",
            "Wardens’ patrols in {ward}",
            "How many hours of patrol did {ward} get in each of the past six months?",
            "It had between forty and fifty-five hours a month. From next month the hours follow reports, which should bring {ward} some {n} hours more."
        ),
        Ask(
            "Public Health",
            "Air quality beside {street}",
            "What do the monitors beside {street} show, and are they above the legal limit?",
            "The yearly mean is three-quarters of the limit, and lower than last year. One monitor was out of order for {n} weeks, and the gap is marked in the table."
        ),
        Ask(
            "Public Health",
            "Health visitors in {ward}",
            "Parents in {ward} wait longer for health visitors than elsewhere. Is that so, and why?",
            "It was so in summer, when {n} posts were vacant. They have been filled and visits are now on time."
        ),
        Ask(
            "Libraries and Leisure",
            "Opening hours of the library on {street}",
            "The library on {street} closed at one o’clock on {n} Saturdays without notice. What are the hours meant to be?",
            "They are nine to four. Two members of staff were ill; a relief rota now covers all the smaller libraries."
        ),
        Job(
            "Libraries and Leisure",
            "Changing rooms at the {street} pitches",
            "The showers at the pitches on {street} have been cold since the season began. {n} teams use them. Please have them repaired.",
            "The boiler was repaired on Friday. The clubs have been given a number to ring at weekends."
        ),
        Complaint(
            "Council Tax and Benefits",
            "Single person discount taken away",
            "A widow on {street} has lost her discount after a data check and received {n} letters asking for money. She still lives alone.",
            "The check matched the wrong flat. The discount is back from the day it was taken off, and we have written to apologise."
        ),
        Complaint(
            "Council Tax and Benefits",
            "Bailiffs sent before the appeal was heard",
            "A resident of {ward} was visited by enforcement agents although his appeal had been lodged. He asks for the fees to be cancelled.",
            "The agents were told too late. The fees have been cancelled and the account is on hold until the appeal has been heard."
        ),
        Ask(
            "Council Tax and Benefits",
            "Hardship fund: what is left?",
            "How much of the hardship fund has been given out this year, and how many households in {ward} had help?",
            "£1{n}4,000 of £300,000 has been given. In {ward} 3{n} households had help. The fund stays open until the end of March."
        ),
        Papers(
            "Finance",
            "Spending on agency staff",
            "For the budget scrutiny I need what each directorate spent on agency staff in the past two years, by quarter.",
            "The table gives the figures by directorate and quarter. Notes explain two lines that were moved between directorates."
        ),
        Ask(
            "Finance",
            "Balance of the {ward} ward budget",
            "What is left in the {ward} ward budget, and by when must bids for it be in?",
            "£{n},250 is left. Bids must be in by the last day of February, so that they can be paid in this financial year."
        ),
        Ask(
            "Democratic Services",
            "Petition about {street}",
            "A petition about {street} with more than {n}00 names was handed in. When will it be heard, and may the organiser speak?",
            "It will be heard at the next council meeting. The organiser may speak for five minutes and has been told how."
        ),
        Job(
            "Democratic Services",
            "Larger room for the {ward} forum",
            "The last {ward} forum was so full that people stood in the corridor. Please book somewhere that holds at least {n}0.",
            "The school hall has been booked for the next three meetings. It has a hearing loop and a level entrance."
        ),
        Ask(
            "Communications",
            "Consultation leaflets in {ward}",
            "Leaflets about the consultation did not reach {street} and {other}. Will the closing date be put back?",
            "The distributor missed two rounds. Leaflets went out on Saturday and the closing date has been put back by {n} days."
        ),
    ];
}
