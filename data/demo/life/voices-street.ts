import type { Voice } from './voice.ts';

/** What people say of the road, of parking, noise and animals. */
export const STREET_VOICES: Readonly<Record<string, Voice>> = {
  'Cars race past the school in the afternoon': {
    says: [
      'When school lets out they come down {street} like it is a race track. My daughter crosses there every day.',
      'I stood at the crossing for twenty minutes and counted nine cars that were never doing the limit.',
      'The flashing sign helps for a week, then everybody is fast again by the school.',
    ],
    when: 'School days, 2:30 to 4 pm',
    affected: 'Children walking home',
    did: 'Counted cars at the crossing for two afternoons; speed trailer asked for.',
    asked: 'Speed trailer, then a patrol at school closing time; ask the city about a raised crossing.',
  },
  'Drivers run the stop sign every morning': {
    says: [
      'Nobody stops at the sign on {street}. They look left and roll through.',
      'Twice this month I had to jump back to the curb with the stroller.',
      'I can sit on my steps with coffee and count ten of them before eight o’clock.',
    ],
    when: 'Weekdays, 7 to 8:30 am',
    affected: 'People walking to the bus',
    did: 'Watched the corner on two mornings; 14 of 60 did not stop.',
    asked: 'Patrol at the corner for two weeks; trim the tree that hides the sign.',
  },
  'Cut-through traffic far too fast for a side street': {
    says: [
      'Since the bridge work everybody uses {street} to get around the light, and nobody slows down.',
      'This is a side street with no sidewalk. They drive it like the highway.',
      'The cut-through starts about five and does not stop until dinner is over.',
    ],
    when: 'Weekdays, 4:30 to 6:30 pm',
    affected: 'Households along the street',
    did: 'Asked Traffic for a count; results in three weeks.',
    asked: 'Speed count; talk to the city about a turn restriction during the bridge work.',
  },
  'Motorbikes up and down the hill at night': {
    says: [
      'Three or four motorbikes, up and down, up and down, until one in the morning.',
      'They have no lights on and no plates that I could see. It is always the same hill.',
      'You hear them before you see them. My husband works early and has not slept in a week.',
    ],
    when: 'Thursday to Saturday, 10 pm to 1 am',
    affected: 'Everybody on the hill',
    did: 'Patrol told; riders gone when the car came.',
    asked: 'Patrol at the top of the hill from 10 pm; ask the gas station about its camera.',
  },
  'Crosswalk paint is gone': {
    says: [
      'You cannot see the crosswalk on {street} anymore, the paint wore off over the winter.',
      'Drivers do not stop because there is nothing left to stop for. Just gray road.',
    ],
    when: 'All day',
    affected: 'People on foot',
    did: 'Photo taken, sent to the city.',
    asked: 'Repaint before school starts.',
  },
  'Street light out at the corner': {
    says: [
      'The light at the corner of {street} has been out since before the holidays.',
      'It is pitch dark where the bus stops. I called the number on the pole and nothing happened.',
    ],
    when: 'After dark',
    affected: 'People waiting for the bus',
    did: 'Pole number written down and sent to the city.',
    asked: 'Repair the lamp; look at the next two poles as well.',
  },
  'Hedge hides the stop sign': {
    says: [
      'The hedge on {street} has grown right over the stop sign. A visitor would never know it is there.',
      'There was almost a crash on Sunday because of that hedge.',
    ],
    when: 'All day',
    affected: 'Drivers and people on bikes',
    did: 'Left a card with the owner of the hedge.',
    asked: 'Owner trims the hedge; city if nothing happens in two weeks.',
  },
  'Deep hole at the curb': {
    says: [
      'There is a hole at the curb on {street} you could lose a wheel in.',
      'My neighbor fell there with her walker. It was full of water and looked like a puddle.',
    ],
    when: 'All day, worse after rain',
    affected: 'People on foot, bikes',
    did: 'Cone put there; city told.',
    asked: 'Fill the hole; check the drain under it.',
  },
  'Blind bend on the hill road needs a mirror': {
    says: ['You pull out of our drive and pray. A mirror across from the bend would do it.'],
    when: 'All day, worst in the morning',
    affected: 'Nine driveways above the bend',
    did: 'Drove it with the group’s president and agreed where a mirror would stand.',
    asked: 'Mirror at the bend; until then a “hidden drives” sign.',
  },
  'Gravel washed over the bend': {
    says: ['Every heavy rain leaves gravel across the lane at the bend and the bikes go down on it.'],
    when: 'After rain',
    affected: 'People on bikes and motorcycles',
    did: 'Swept once by patrol; the ditch above is full.',
    asked: 'Clear the ditch so that the gravel stays off the road.',
  },
  'No light at the hill crossing': {
    says: [
      'The crossing halfway up the hill has no light at all. You see people when they are in front of your bumper.',
    ],
    when: 'After 5 pm',
    affected: 'People walking to the evening bus',
    did: '',
    asked: 'A lamp at the crossing, or a reflecting sign as a start.',
  },
  'Cars parked across the sidewalk': {
    says: [
      'Cars on the sidewalk on {street} again. With a wheelchair I have to go out into the road.',
      'They park right across the walk, four in a row, and the students do not care.',
      'You cannot push a stroller down our side any more.',
    ],
    when: 'Evenings and weekends',
    affected: 'People with strollers and wheelchairs',
    did: 'Cards on windshields; two owners called back.',
    asked: 'Warn for a week, then tickets; ask the landlord to mark spaces.',
  },
  'The same van has not moved for a month': {
    says: [
      'A white van has been in front of my house on {street} for over a month. One tire is flat.',
      'Nobody knows whose van it is. Leaves are piled up against the wheels.',
    ],
    when: 'All the time',
    affected: 'Three households',
    did: 'Plate checked; owner in another city has been written to.',
    asked: 'Tow after the notice has run.',
  },
  'No room for the fire truck on game days': {
    says: [
      'On game days they park on both sides of {street} and a fire truck would never get through.',
      'Last Saturday even the mail truck gave up. What if somebody has a heart attack?',
    ],
    when: 'Home games, four hours before and after',
    affected: 'Everybody on the block',
    did: 'Walked the block with the fire marshal before the game.',
    asked: 'Parking on one side only on game days, with cones set out by noon.',
  },
  'Delivery trucks block the bus stop': {
    says: [
      'The trucks unload in the bus stop, so the bus stops in the middle of the street and people climb out between cars.',
      'Every morning the same two trucks stand where the bus should be.',
    ],
    when: 'Weekdays, 7 to 9 am',
    affected: 'Bus riders',
    did: 'Talked with both drivers and the store’s manager.',
    asked: 'A loading zone around the corner.',
  },
  'Loud parties every weekend': {
    says: [
      'There is a party every single weekend in the house on {street} and it goes on past three.',
      'I do not mind young people having fun. I mind bottles on my lawn and bass in my bedroom.',
      'We have asked them nicely four times. They turn it down for ten minutes.',
    ],
    when: 'Friday and Saturday, 11 pm to 3 am',
    affected: 'The whole block',
    did: 'Visited the house on a weekday; the tenants and the owner have both been told.',
    asked: 'Meeting with the landlord; second visit with the college’s housing office.',
  },
  'Music from the lot until two': {
    says: [
      'Cars meet in the lot behind {street} and play music until two in the morning.',
      'The lot closes at ten, the sign says so, and nobody closes it.',
    ],
    when: 'Thursday to Sunday, 11 pm to 2 am',
    affected: 'The houses behind the lot',
    did: 'Owner of the lot asked to lock the gate.',
    asked: 'Gate locked at ten; owner signs the trespass letter.',
  },
  'Leaf blowers at six in the morning': {
    says: [
      'The contractor starts with two leaf blowers at six. Every Tuesday, like a clock.',
      'Six in the morning, under the bedroom window. The rule says seven.',
    ],
    when: 'Tuesdays, 6 am',
    affected: 'A dozen households',
    did: 'Told the contractor what the hours are.',
    asked: 'Letter from the city if it goes on.',
  },
  'Dogs loose by the school': {
    says: [
      'Two big dogs run loose on {street} when children walk to school. One of them snaps.',
      'They were on the playground again. The little ones stood on the slide.',
    ],
    when: 'School mornings',
    affected: 'Children',
    did: 'Animal services told; owner found.',
    asked: 'Fence repaired by the owner; a second visit in two weeks.',
  },
  'Barking all day when the owners are out': {
    says: [
      'The dogs on {street} bark from the minute the owners leave until they are back.',
      'I work nights. Eight hours of barking, five days a week.',
    ],
    when: 'Weekdays, 8 am to 5 pm',
    affected: 'Next-door neighbors',
    did: 'Card left at the door; no answer yet.',
    asked: 'Talk with the owners in the evening; mediation if they want it.',
  },
};
