import type { ComplaintPhrases } from '../phrase-book.ts';

export const COMPLAINTS: ComplaintPhrases = {
  opening: [
    'I am writing about our last visit.',
    'This has troubled me since last week.',
    'I want to complain about what happened at your hospital.',
  ],
  subjects: {
    waiting: [
      {
        title: 'Waited {minutes} minutes past the appointment',
        narrative:
          'I sat in the waiting room for {minutes} minutes after my appointed time and nobody told us what was happening.',
      },
      {
        title: 'Others called first, no reason given',
        narrative: 'People who came after us were called first. When I asked why, I was told to sit down and wait.',
      },
      {
        title: 'Left without being seen after a long wait',
        narrative:
          'After {minutes} minutes my father could not sit any longer and we went home without seeing a doctor.',
      },
    ],
    billing: [
      {
        title: 'Charged for a test that was not done',
        narrative:
          'The bill lists an examination that I never had. I called the billing office three times and was promised a call back that never came.',
      },
      {
        title: 'Bill much higher than the estimate',
        narrative:
          'I was given an estimate before the treatment. The bill is almost twice as high and there is no explanation.',
      },
      {
        title: 'Insurance claim never sent',
        narrative: 'My insurer says that the claim was never sent, and now I am asked to pay everything myself.',
      },
    ],
    communication: [
      {
        title: 'Nobody told us the plan',
        narrative: 'For two days nobody told us what the plan was. Each person we asked sent us to somebody else.',
      },
      {
        title: 'Different answers from each doctor',
        narrative:
          'One doctor said that she could go home, the next said that she needed an operation. We do not know whom to believe.',
      },
      {
        title: 'Family not informed of the transfer',
        narrative:
          'She was moved to another ward in the night and we were not told. We came in the morning and found an empty bed.',
      },
    ],
    attitude: [
      {
        title: 'Rude answer at reception',
        narrative: 'The person at the desk spoke to me as if I were a nuisance, in front of everybody in the room.',
      },
      {
        title: 'Not treated with respect',
        narrative:
          'When I asked for help, the answer was a sigh and rolled eyes. I was frightened and needed a kind word.',
      },
    ],
    'clinical-care': [
      {
        title: 'Pain not taken seriously',
        narrative:
          'I said several times that the pain was getting worse. It was written down and nothing was done until the next morning.',
      },
      {
        title: 'Dressing not changed for three days',
        narrative:
          'The dressing was supposed to be changed daily. It was not touched for three days and the wound became infected.',
      },
      {
        title: 'Condition missed at first visit',
        narrative: 'I was sent home and told that it was nothing. Two days later another hospital found the fracture.',
      },
    ],
    appointments: [
      {
        title: 'Appointment cancelled without notice',
        narrative:
          'I took a day off work and travelled two hours, only to hear at the desk that the clinic had been cancelled.',
      },
      {
        title: 'Cannot reach anybody to book',
        narrative: 'I have called every day this week and never got through. Messages are not answered either.',
      },
    ],
    discharge: [
      {
        title: 'Discharged without a list of medicines',
        narrative: 'He was sent home without a list of medicines and without a letter for the family doctor.',
      },
      {
        title: 'Sent home too early',
        narrative: 'She was discharged late in the evening although she could not yet walk to the bathroom alone.',
      },
    ],
    facilities: [
      {
        title: 'Dirty bathroom on the ward',
        narrative: 'The bathroom had not been cleaned since the day before and there was no soap.',
      },
      {
        title: 'Lift out of order for weeks',
        narrative: 'The lift was out of order and my husband, who uses a wheelchair, was carried up the stairs.',
      },
    ],
    privacy: [
      {
        title: 'Diagnosis read out in the waiting room',
        narrative: 'My diagnosis was called across the waiting room. Everybody could hear it.',
      },
      {
        title: 'Somebody else’s results in my envelope',
        narrative: 'The envelope with my results also held those of another patient. Who has got mine?',
      },
    ],
    records: [
      {
        title: 'Records could not be found',
        narrative: 'My file could not be found and I had to tell ten years of history from memory.',
      },
      {
        title: 'Wrong allergy in my record',
        narrative:
          'The record says that I am allergic to nothing, although I have told you about penicillin many times.',
      },
    ],
    medicines: [
      {
        title: 'Wrong strength of tablets handed out',
        narrative: 'The tablets I was given were twice as strong as the prescription says. I noticed it only at home.',
      },
      {
        title: 'Prescription not ready for two days',
        narrative: 'The prescription was promised for Monday. I came three times before it was ready.',
      },
    ],
    interpreting: [
      {
        title: 'Interpreter did not come',
        narrative: 'An interpreter had been booked but did not come, and the doctor went on without one.',
      },
      {
        title: 'Child had to interpret for her grandmother',
        narrative: 'My eleven-year-old daughter had to translate a serious diagnosis for her grandmother.',
      },
    ],
    food: [
      {
        title: 'No suitable food for a diabetic',
        narrative: 'My father is diabetic and was brought sweet desserts for three days although we said so each time.',
      },
      {
        title: 'Meals always cold',
        narrative: 'Every meal reached the room cold, and what I may not eat was on the tray again and again.',
      },
    ],
    parking: [
      {
        title: 'Parking charge while waiting',
        narrative: 'Because the clinic ran {minutes} minutes late I was fined in the car park.',
      },
      {
        title: 'No space for disabled visitors',
        narrative: 'All spaces for disabled people were taken by delivery vans.',
      },
    ],
    other: [
      {
        title: 'Lost glasses during the stay',
        narrative: 'My mother’s glasses were lost when she was moved, and nobody feels responsible.',
      },
      { title: 'Noise at night', narrative: 'Building work began at five in the morning beside the patients’ rooms.' },
    ],
  },
  doubleBilling: [
    {
      title: 'Bill sent twice, no answer by phone',
      narrative:
        'I received two invoices with different numbers for one and the same visit. I paid the first; now there is a reminder for the second.',
    },
    {
      title: 'Charged twice for the same visit',
      narrative:
        'My card was charged twice on the same day. The billing office says that the new software shows only one payment.',
    },
    {
      title: 'Second invoice for a paid visit',
      narrative:
        'The first invoice was paid at the desk. Two weeks later a second one came by post, and nobody picks up the phone.',
    },
    {
      title: 'Reminder for a bill already paid',
      narrative:
        'I have the receipt for this bill in my hand, and still I get one reminder after the other. I called twice and was told that it would be corrected.',
    },
  ],
  wishes: [
    'I would like an explanation and an apology.',
    'Please tell me what you will do so that it does not happen to others.',
    'I want somebody to call me and put this right.',
    'I expect a written answer.',
    'Please correct it and confirm.',
  ],
};
