namespace Comity.Service.Demonstration.Councils;

/// <summary>A director's part of the council. Each assistant director has half of its services.</summary>
internal sealed record KelderbyDirectorate(
    string Name,
    string Director,
    string FirstAssistant,
    string SecondAssistant,
    IReadOnlyList<KelderbyService> Services,
    bool NamesContact = true
)
{
    public static IReadOnlyList<KelderbyDirectorate> All { get; } =
    [
        new(
            "Environment and Streets",
            "Director of Environment and Streets",
            "Assistant Director, Waste and Street Scene",
            "Assistant Director, Highways and Green Spaces",
            [
                new(
                    "Waste and Recycling",
                    "bins, recycling, missed collections, bulky waste, tips",
                    "Head of Waste and Recycling",
                    "Collections Team Leader",
                    "Collections Supervisor, Recycling Adviser, Round Planner"
                ),
                new(
                    "Street Cleaning",
                    "litter, fly-tipping, graffiti, dog fouling, weeds",
                    "Head of Street Cleaning",
                    "Street Scene Team Leader",
                    "Street Scene Officer, Fly-tipping Investigator"
                ),
                new(
                    "Highways",
                    "potholes, pavements, road works, parking, speed limits, drains",
                    "Head of Highways",
                    "Network Team Leader",
                    "Highways Inspector, Drainage Technician, Traffic Technician"
                ),
                new(
                    "Street Lighting",
                    "lamp columns, dark streets, lighting faults",
                    "Head of Street Lighting",
                    "Lighting Team Leader",
                    "Lighting Technician, Lighting Inspector"
                ),
                new(
                    "Parks and Green Spaces",
                    "parks, playgrounds, trees, grass cutting, allotments, cemeteries",
                    "Head of Parks and Green Spaces",
                    "Grounds Team Leader",
                    "Tree Officer, Play Area Inspector, Allotments Officer"
                ),
            ]
        ),
        new(
            "Planning, Economy and Homes",
            "Director of Planning, Economy and Homes",
            "Assistant Director, Planning",
            "Assistant Director, Homes and Licensing",
            [
                new(
                    "Planning",
                    "planning applications, local plan, conservation, building control",
                    "Head of Planning",
                    "Development Management Team Leader",
                    "Planning Officer, Conservation Officer"
                ),
                new(
                    "Planning Enforcement",
                    "unauthorised building, breaches of conditions, untidy land",
                    "Head of Planning Enforcement",
                    "Enforcement Team Leader",
                    "Enforcement Officer, Enforcement Assistant"
                ),
                new(
                    "Licensing",
                    "taxis, pubs, late-night food, street trading, noise from premises",
                    "Head of Licensing",
                    "Licensing Team Leader",
                    "Licensing Officer, Licensing Assistant"
                ),
                new(
                    "Housing Repairs",
                    "council homes, repairs, damp and mould, heating, adaptations",
                    "Head of Housing Repairs",
                    "Repairs Team Leader",
                    "Repairs Inspector, Repairs Scheduler, Tenant Liaison Officer"
                ),
                new(
                    "Housing Options",
                    "homelessness, housing register, private renting, empty homes",
                    "Head of Housing Options",
                    "Housing Options Team Leader",
                    "Housing Adviser, Empty Homes Officer"
                ),
            ]
        ),
        new(
            "Children and Families",
            "Director of Children and Families",
            "Assistant Director, Education",
            "Assistant Director, Support for Children",
            [
                new(
                    "School Places",
                    "admissions, appeals, catchment areas, new classrooms",
                    "Head of School Places",
                    "Admissions Team Leader",
                    "Admissions Officer, Appeals Officer"
                ),
                new(
                    "School Transport",
                    "school buses, passes, crossing patrols, walking routes",
                    "Head of School Transport",
                    "Transport Team Leader",
                    "Transport Planner, Passes Officer"
                ),
                new(
                    "Special Educational Needs",
                    "education, health and care plans, support in school",
                    "Head of Special Educational Needs",
                    "Plans Team Leader",
                    "Plan Co-ordinator, Family Liaison Officer"
                ),
                new(
                    "Children’s Social Care",
                    "fostering, family help, children in care",
                    "Head of Children’s Social Care",
                    "Family Help Team Leader",
                    "Family Support Worker, Fostering Recruitment Officer"
                ),
            ]
        ),
        new(
            "Adults and Health",
            "Director of Adults and Health",
            "Assistant Director, Adults and Safety",
            "Assistant Director, Health and Communities",
            [
                new(
                    "Adult Social Care",
                    "care at home, assessments, carers, blue badges, day centres",
                    "Head of Adult Social Care",
                    "Assessment Team Leader",
                    "Social Care Assessor, Carers’ Officer"
                ),
                new(
                    "Community Safety",
                    "anti-social behaviour, CCTV, off-road bikes, noise at night",
                    "Head of Community Safety",
                    "Community Safety Team Leader",
                    "Community Safety Officer, CCTV Operator"
                ),
                new(
                    "Public Health",
                    "health visitors, smoking, air quality, vaccination",
                    "Head of Public Health",
                    "Public Health Programme Lead",
                    "Public Health Practitioner, Public Health Analyst",
                    NamesContact: false,
                    NamesComplaintsOfficer: false
                ),
                new(
                    "Libraries and Leisure",
                    "libraries, swimming pools, sports pitches, museums",
                    "Head of Libraries and Leisure",
                    "Libraries Team Leader",
                    "Librarian, Leisure Centre Supervisor",
                    NamesComplaintsOfficer: false
                ),
            ],
            NamesContact: false
        ),
        new(
            "Resources",
            "Director of Resources",
            "Assistant Director, Finance and Revenues",
            "Assistant Director, Legal and Governance",
            [
                new(
                    "Council Tax and Benefits",
                    "council tax bills, discounts, arrears, housing benefit",
                    "Head of Council Tax and Benefits",
                    "Billing Team Leader",
                    "Council Tax Officer, Benefits Assessor, Recovery Officer"
                ),
                new(
                    "Finance",
                    "budget, grants, ward budgets, procurement",
                    "Head of Finance",
                    "Ward Budgets Team Leader",
                    "Finance Officer, Procurement Officer"
                ),
                new(
                    "Democratic Services",
                    "meetings, agendas, elections, members’ support, petitions",
                    "Head of Democratic Services",
                    "Members’ Support Team Leader",
                    "Committee Officer, Elections Officer"
                ),
                new(
                    "Communications",
                    "press, council magazine, website, consultations",
                    "Head of Communications",
                    "Press Team Leader",
                    "Press Officer, Digital Content Officer"
                ),
            ]
        ),
    ];
}
