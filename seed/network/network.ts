/** What is sent to PUT organisation/structure. */
interface NetworkStructure {
  name: string;
  timeZone: string;
  /** Marks the data as made up, so that the pages say so and one click removes it. */
  demo: boolean;
  sites: SiteStructure[];
}

interface SiteStructure {
  code: string;
  name: string;
  timeZone: string;
  departments: { code: string; name: string; parent?: string }[];
}

/**
 * Lakeside Health: an international group of two hospitals and a clinic. Its sites lie in Ho Chi Minh City, Bangkok and
 * Vilnius, which explains the five languages (Urdu through Pakistani families in Bangkok and Ho Chi Minh City) and puts
 * two time zones, one of them with daylight saving, into every page.
 */
export const NETWORK = {
  name: 'Lakeside Health',
  timeZone: 'Asia/Ho_Chi_Minh',
  demo: true,
  sites: [
    {
      code: 'riverside',
      name: 'Riverside Hospital',
      timeZone: 'Asia/Ho_Chi_Minh',
      departments: [
        { code: 'riverside-emergency', name: 'Riverside Emergency' },
        { code: 'riverside-outpatients', name: 'Riverside Outpatients' },
        { code: 'riverside-children', name: 'Children’s Clinic', parent: 'riverside-outpatients' },
        { code: 'riverside-imaging', name: 'Riverside Imaging' },
        { code: 'riverside-maternity', name: 'Riverside Maternity' },
      ],
    },
    {
      code: 'lakeside',
      name: 'Lakeside General',
      timeZone: 'Asia/Bangkok',
      departments: [
        { code: 'lakeside-emergency', name: 'Lakeside Emergency' },
        { code: 'lakeside-medicine', name: 'Lakeside Medicine' },
        { code: 'ward-4b', name: 'Ward 4B', parent: 'lakeside-medicine' },
        { code: 'ward-2a', name: 'Ward 2A', parent: 'lakeside-medicine' },
        { code: 'lakeside-pharmacy', name: 'Lakeside Pharmacy' },
        { code: 'billing-office', name: 'Billing Office' },
      ],
    },
    {
      code: 'hillcrest',
      name: 'Hillcrest Clinic',
      timeZone: 'Europe/Vilnius',
      departments: [
        { code: 'hillcrest-family', name: 'Hillcrest Family Medicine' },
        { code: 'hillcrest-specialists', name: 'Hillcrest Specialists' },
        { code: 'hillcrest-palliative', name: 'Hillcrest Palliative Care' },
      ],
    },
  ],
} as const satisfies NetworkStructure;

export type SiteCode = (typeof NETWORK.sites)[number]['code'];
export type DepartmentCode = (typeof NETWORK.sites)[number]['departments'][number]['code'];
